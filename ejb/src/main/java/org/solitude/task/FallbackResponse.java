package org.solitude.task;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Builds the problem (RFC 9457) that a task ends with if the resource layer gave no response that can be stored. */
public final class FallbackResponse {

    private FallbackResponse() {}

    private static final String ROLLED_BACK =
            " Its changes here were rolled back. If it asks a payment provider, the outcome there is uncertain: look at"
                    + " the payment.";

    /** Returns a 503: infrastructure failed, and the request was rolled back. */
    public static StoredResponse unavailable() {
        return problem(
                503,
                "Service Unavailable",
                "The request could not be run to its end." + ROLLED_BACK + " It may succeed at another time.");
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
        return problem(500, "Internal Server Error", "The request failed on our side." + ROLLED_BACK);
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
                "The response is larger than the " + limit + " bytes that are stored for a delayed request."
                        + ROLLED_BACK);
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
