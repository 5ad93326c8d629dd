package org.solitude.webhook;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Calls the receivers of webhooks. */
public interface WebhookTransport {

    /** Makes one call and returns its result. No behaviour of a receiver throws an exception. */
    Result post(URI url, Map<String, String> headers, byte[] body);

    /**
     * The result of a call.
     *
     * @param status null if there was no response
     * @param retryAfter the {@code Retry-After} header as received, null if there was none
     */
    record Result(
            DeliveryOutcome outcome,
            @Nullable Integer status,
            @Nullable String retryAfter) {

        /** Creates the result of a call without a response. */
        public static Result withoutResponse(DeliveryOutcome why) {
            return new Result(why, null, null);
        }
    }
}
