package org.solitude.task;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Builds the problem (RFC 9457) that a task ends with if the resource layer gave no response that can be stored. */
public final class FallbackResponse {

    private FallbackResponse() {}

    /** Returns a 503: infrastructure failed, and the request had no effects. */
    public static StoredResponse unavailable() {
        return problem(
                503,
                "Service Unavailable",
                "The request could not be run to its end and left no effects. It may succeed at another time.");
    }

    /** Returns a 503: the transaction of a synchronous write failed, perhaps while it was committing. */
    public static StoredResponse uncertain() {
        return problem(
                503,
                "Service Unavailable",
                "The request could not be run to its end. It left no effects, unless the database failed during"
                        + " the commit: check before you send it again, or send it with the Idempotency-Key it had.");
    }

    /** Returns a 503: the server is stopping. */
    public static StoredResponse stopping() {
        return problem(
                503,
                "Service Unavailable",
                "The server is stopping and accepts no more requests. Send the request again later.");
    }

    /** Returns a 500: the code rolled its own transaction back and reported success. */
    public static StoredResponse error() {
        return problem(500, "Internal Server Error", "The request failed on our side and left no effects.");
    }

    /** Returns a 500: the request of the task is missing. Earlier attempts may have had effects. */
    public static StoredResponse requestLost() {
        return problem(
                500,
                "Internal Server Error",
                "The request was lost on our side. Check whether it had effects before you send it again.");
    }

    /** Returns a 500: the response is larger than the limit for stored responses. */
    public static StoredResponse tooLarge(int limit) {
        return problem(
                500,
                "Internal Server Error",
                "The response is larger than the " + limit
                        + " bytes that are stored for a delayed request; the request was rolled back and left"
                        + " no effects.");
    }

    private static StoredResponse problem(int status, String title, String detail) {
        String json = "{\"detail\":\"" + detail + "\",\"status\":" + status + ",\"title\":\"" + title
                + "\",\"type\":\"about:blank\"}";
        return new StoredResponse(
                status,
                List.of(new Header("Content-Type", "application/problem+json")),
                json.getBytes(StandardCharsets.UTF_8));
    }
}
