package org.solitude.web.http.body;

import org.solitude.web.http.problem.Problem;

/** The reasons why a body is not received. */
enum BodyRefusal {
    BROKEN(400, "The body ended early, or its chunks are malformed."),
    TOO_SLOW(408, "The body arrived too slowly. Send it faster, or in smaller parts."),
    TOO_LARGE(413, "The body may have %d bytes at most."),
    TOO_MANY_OF_SENDER(429, "Too many of your requests are still sending their bodies. Wait until some are complete."),
    TOO_MANY(503, "Too many requests are still sending their bodies. Try again in a moment."),
    NO_MEMORY(503, "Too many large bodies are being received or processed. Try again in a moment.");

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAVAILABLE = 503;

    private final int status;
    private final String detail;

    BodyRefusal(int status, String detail) {
        this.status = status;
        this.detail = detail;
    }

    Problem problem(BodyLimits limits) {
        return Problem.of(status, detail.formatted(limits.size()));
    }

    /** Tells whether the same request may succeed a little later. */
    boolean isTemporary() {
        return status == TOO_MANY_REQUESTS || status == UNAVAILABLE;
    }
}
