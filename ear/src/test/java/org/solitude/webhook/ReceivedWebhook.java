package org.solitude.webhook;

import com.sun.net.httpserver.HttpExchange;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A call as its receiver gets it. */
public record ReceivedWebhook(
        String path, String id, long timestamp, List<String> signatures, byte[] body, long received) {

    static ReceivedWebhook of(HttpExchange exchange) throws IOException {
        return new ReceivedWebhook(
                exchange.getRequestURI().toString(),
                String.valueOf(exchange.getRequestHeaders().getFirst("webhook-id")),
                Long.parseLong(exchange.getRequestHeaders().getFirst("webhook-timestamp")),
                List.of(exchange.getRequestHeaders()
                        .getFirst("webhook-signature")
                        .split(" ")),
                exchange.getRequestBody().readAllBytes(),
                System.nanoTime());
    }

    /** Whether one of the signatures is by this secret, and the time was that of its arrival: as the client's guide tells receivers. */
    boolean isSignedBy(String secret) {
        try {
            byte[] key = Base64.getDecoder().decode(secret.replaceFirst("^whsec_", ""));
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            String right = "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
            return signatures.contains(right) && Math.abs(arrival() - timestamp) < 300;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    private long arrival() {
        return System.currentTimeMillis() / 1000 - TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - received);
    }

    JsonObject json() {
        try (var reader = Json.createReader(new ByteArrayInputStream(body))) {
            return reader.readObject();
        }
    }

    /** The task that has ended. */
    public String task() {
        return json().getJsonObject("data").getString("uuid");
    }

    String type() {
        return json().getString("type");
    }
}
