package org.solitude.webhook;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Those whom clients want to be called. */
public interface WebhookTransport {

    /** Calls one once, and tells how that ended; nothing that a receiver does is an exception. */
    Result post(URI url, Map<String, String> headers, byte[] body);

    /**
     * How a call ended.
     *
     * @param status null where there was no answer
     * @param retryAfter the header of that name, as it was sent
     */
    record Result(
            DeliveryOutcome outcome,
            @Nullable Integer status,
            @Nullable String retryAfter) {

        /** A call without an answer. */
        public static Result withoutResponse(DeliveryOutcome why) {
            return new Result(why, null, null);
        }
    }
}
