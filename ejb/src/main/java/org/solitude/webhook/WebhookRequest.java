package org.solitude.webhook;

import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.solitude.crypto.StandardWebhookSignature;

/**
 * One attempt at a delivery with all it needs, so that it holds no database connection.
 *
 * @param attempt the number of attempts that had ended when this one began
 * @param secrets to sign with, in text; none if the client has none
 */
record WebhookRequest(long id, int attempt, String message, URI url, byte[] body, List<String> secrets) {

    /** Returns the headers that Standard Webhooks defines. */
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

    /** Hides the URL and the secrets. */
    @Override
    public String toString() {
        return message;
    }
}
