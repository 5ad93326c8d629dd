package org.solitude.webhook;

import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.solitude.crypto.StandardWebhookSignature;

/**
 * A delivery in the hands of one attempt: all it needs, so that it holds no database connection.
 *
 * @param attempt how many attempts had ended when this one began
 * @param secrets to sign with, as they were shown; none where the client has none
 */
record WebhookRequest(long id, int attempt, String message, URI url, byte[] body, List<String> secrets) {

    /** The headers of Standard Webhooks. */
    Map<String, String> headers(Instant now) {
        String timestamp = Long.toString(now.getEpochSecond());
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json");
        headers.put("webhook-id", message);
        headers.put("webhook-timestamp", timestamp);
        headers.put(
                "webhook-signature",
                secrets.stream()
                        .map(secret -> StandardWebhookSignature.of(
                                StandardWebhookSignature.keyOf(secret), message, timestamp, body))
                        .collect(Collectors.joining(" ")));
        return headers;
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return message;
    }
}
