package org.solitude.webhook;

import com.sun.net.httpserver.HttpExchange;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.solitude.testkit.provider.EventSignature;

/** A webhook as its receiver gets it; {@code received} is a value of {@link System#nanoTime}. */
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

    /**
     * Returns whether one of the signatures is made with this secret and the timestamp is within five minutes of the
     * arrival, as the clients' guide tells receivers to verify it.
     */
    boolean isSignedBy(String secret) {
        String expected = new EventSignature(secret).of(id, timestamp, new String(body, StandardCharsets.UTF_8));
        return signatures.contains(expected) && Math.abs(arrival() - timestamp) < 300;
    }

    private long arrival() {
        return System.currentTimeMillis() / 1000 - TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - received);
    }

    JsonObject json() {
        try (var reader = Json.createReader(new ByteArrayInputStream(body))) {
            return reader.readObject();
        }
    }

    /** Returns the uuid of the task that has ended. */
    public String task() {
        return json().getJsonObject("data").getString("uuid");
    }

    String type() {
        return json().getString("type");
    }
}
