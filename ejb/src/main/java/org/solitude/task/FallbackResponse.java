package org.solitude.task;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** The problems (RFC 9457) a task ends with where the resource layer gave no response that could be kept. */
public final class FallbackResponse {

    private FallbackResponse() {}

    /** 503: infrastructure failed; the request had no effects. */
    public static StoredResponse unavailable() {
        return problem(
                503,
                "Service Unavailable",
                "The request could not be run to its end and left no effects. It may succeed at another time.");
    }

    /** 503: the transaction of a write that is not delayed failed, perhaps while it committed. */
    public static StoredResponse uncertain() {
        return problem(
                503,
                "Service Unavailable",
                "The request could not be run to its end. It left no effects, unless the database failed in the moment of the"
                        + " commit: see before you send it again, or send it with the Idempotency-Key it had.");
    }

    /** 503: the server is about to stop and takes no more work. */
    public static StoredResponse stopping() {
        return problem(
                503,
                "Service Unavailable",
                "The server is stopping and takes no more work. Send the request again later.");
    }

    /** 500: the code gave up on its own transaction and reported success. */
    public static StoredResponse error() {
        return problem(500, "Internal Server Error", "The request failed on our side and left no effects.");
    }

    /** 500: the task is there, its request is not; what took it may have left something. */
    public static StoredResponse requestLost() {
        return problem(
                500,
                "Internal Server Error",
                "The request was lost on our side. See whether it had effects before you send it again.");
    }

    /** 500: the response is larger than we keep. */
    public static StoredResponse tooLarge(int limit) {
        return problem(
                500,
                "Internal Server Error",
                "The response is larger than the " + limit
                        + " bytes that are kept of a delayed request; the request was rolled back and left no effects.");
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
