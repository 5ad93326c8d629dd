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
 * Sends signed events about payments to one URL. Repeats an event, with the same {@code webhook-id} and with backoff,
 * until the receiver answers 2xx or 410.
 */
final class EventSender {
    private static final System.Logger LOG = System.getLogger(EventSender.class.getName());
    private static final Duration TIMEOUT = Duration.ofSeconds(15);
    private static final Duration INITIAL_BACKOFF = Duration.ofMillis(200);
    private static final Duration MAXIMUM_BACKOFF = Duration.ofSeconds(5);
    private static final int GONE = 410;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();
    private final Clock clock = Clock.systemUTC();
    private final ScheduledExecutorService scheduler;
    private final EventSignature signature;
    private volatile @Nullable URI url;

    EventSender(ScheduledExecutorService scheduler, EventSignature signature, @Nullable URI url) {
        this.scheduler = scheduler;
        this.signature = signature;
        this.url = url;
    }

    /** Sends all further events and attempts to this URL. */
    void sendTo(URI receiver) {
        url = receiver;
    }

    /** Sends an event about the status of this transaction, refund or chargeback; does nothing without a URL. */
    void send(String kind, JsonObject transaction) {
        send(kind, transaction, 1);
    }

    /**
     * Sends an event as {@link #send(String, JsonObject)} does.
     *
     * @param times how often the same event is sent
     */
    void send(String kind, JsonObject transaction, int times) {
        String body = Json.createObjectBuilder()
                .add("type", kind + "." + transaction.getString("status"))
                .add("timestamp", clock.instant().toString())
                .add("data", transaction)
                .build()
                .toString();
        String id = "msg_" + UUID.randomUUID();
        for (int i = 0; i < times; i++) {
            attempt(id, body, INITIAL_BACKOFF);
        }
    }

    private void attempt(String id, String body, Duration backoff) {
        URI receiver = url;
        if (receiver == null) {
            return;
        }
        http.sendAsync(request(receiver, id, body), BodyHandlers.discarding()).whenComplete((response, failure) -> {
            int status = response == null ? 0 : response.statusCode();
            if (status / 100 != 2 && status != GONE && !scheduler.isShutdown()) {
                LOG.log(System.Logger.Level.DEBUG, "event {0} got {1} and is sent again", id, status);
                Duration next = backoff.multipliedBy(2);
                scheduler.schedule(
                        () -> attempt(id, body, next.compareTo(MAXIMUM_BACKOFF) < 0 ? next : MAXIMUM_BACKOFF),
                        backoff.toMillis(),
                        TimeUnit.MILLISECONDS);
            }
        });
    }

    private HttpRequest request(URI receiver, String id, String body) {
        long timestamp = clock.instant().getEpochSecond();
        return HttpRequest.newBuilder(receiver)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .header("webhook-id", id)
                .header("webhook-timestamp", Long.toString(timestamp))
                .header("webhook-signature", signature.of(id, timestamp, body))
                .POST(BodyPublishers.ofString(body))
                .build();
    }
}
