package org.solitude.testkit.provider;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Tells whoever wants to know what became of a payment: signed, with the same {@code webhook-id} at each attempt, and again
 * and again until a 2xx (it is heard) or a 410 (nobody wants to hear it).
 */
final class EventSender {
    private static final System.Logger LOG = System.getLogger(EventSender.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final int GONE = 410;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final Clock clock = Clock.systemUTC();
    private final ScheduledExecutorService later;
    private final EventSignature signature;
    private volatile @Nullable URI url;

    EventSender(ScheduledExecutorService later, EventSignature signature, @Nullable URI url) {
        this.later = later;
        this.signature = signature;
        this.url = url;
    }

    void sendTo(URI to) {
        url = to;
    }

    void tell(JsonObject transaction) {
        String body = Json.createObjectBuilder()
                .add("type", "transaction." + transaction.getString("status"))
                .add("timestamp", clock.instant().toString())
                .add("data", transaction)
                .build()
                .toString();
        attempt("msg_" + UUID.randomUUID(), body, FIRST_PAUSE);
    }

    private void attempt(String id, String body, Duration pause) {
        URI to = url;
        if (to == null) {
            return;
        }
        http.sendAsync(request(to, id, body), BodyHandlers.discarding()).whenComplete((response, failure) -> {
            int status = response == null ? 0 : response.statusCode();
            if (status / 100 != 2 && status != GONE && !later.isShutdown()) {
                LOG.log(System.Logger.Level.DEBUG, "notice {0} got {1} and is sent again", id, status);
                Duration next = pause.multipliedBy(2);
                later.schedule(
                        () -> attempt(id, body, next.compareTo(LONGEST_PAUSE) < 0 ? next : LONGEST_PAUSE),
                        pause.toMillis(),
                        TimeUnit.MILLISECONDS);
            }
        });
    }

    private HttpRequest request(URI to, String id, String body) {
        long timestamp = clock.instant().getEpochSecond();
        return HttpRequest.newBuilder(to)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("webhook-id", id)
                .header("webhook-timestamp", Long.toString(timestamp))
                .header("webhook-signature", signature.of(id, timestamp, body))
                .POST(BodyPublishers.ofString(body))
                .build();
    }
}
