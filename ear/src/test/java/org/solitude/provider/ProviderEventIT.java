package org.solitude.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.solitude.harness.ScriptedProvider;
import org.solitude.harness.TestServer;
import org.solitude.harness.UsesSharedServer;
import org.solitude.testkit.client.ApiResponse;
import org.solitude.testkit.client.SolitudeClient;
import org.solitude.testkit.provider.EventSignature;

/** Tests the events that a provider sends: their signature, and that each is applied once. */
@UsesSharedServer
class ProviderEventIT {

    private static final String PATH = "/provider/scripted/notify/";
    private static final EventSignature RIGHT = new EventSignature(ScriptedProvider.EVENT_SECRET);
    private static final EventSignature WRONG = new EventSignature("whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");

    private final TestShop shop = TestShop.create(TestServer.client());
    private final String uuid = UUID.randomUUID().toString();
    private final String id = "msg_" + UUID.randomUUID();
    private final long now = Instant.now().getEpochSecond();

    @BeforeEach
    void createPendingPayment() {
        TestServer.running()
                .scripted()
                .on(
                        "/scripted/v1/transactions/",
                        ScriptedProvider.json(
                                201, "{\"status\": \"pending\", \"token\": \"%s\"}".formatted(UUID.randomUUID())));
        ApiResponse payment = shop.solitude().post("/provider/scripted/transactions/", shop.payment(uuid, "5.00"));
        assertThat(payment.status()).as("%s", payment).isEqualTo(201);
    }

    private String completedEvent() {
        return event("completed", "");
    }

    private String event(String status, String more) {
        return "{\"type\": \"transaction.%s\", \"data\": {\"uuid\": \"%s\", \"status\": \"%s\"%s}}"
                .formatted(status, uuid, status, more);
    }

    private ApiResponse send(String eventId, long timestamp, String signature, String body) {
        return signed(TestServer.anonymous(), eventId, timestamp, signature).post(PATH, body);
    }

    private static SolitudeClient signed(SolitudeClient client, String eventId, long timestamp, String signature) {
        return client.with("webhook-id", eventId)
                .with("webhook-timestamp", Long.toString(timestamp))
                .with("webhook-signature", signature);
    }

    private ApiResponse send(String eventId, String body) {
        return send(eventId, now, RIGHT.of(eventId, now, body), body);
    }

    @Test
    void signedEventIsAppliedWithoutLogin() {
        assertThat(send(id, completedEvent()).status()).isEqualTo(204);
        assertThat(shop.status(uuid)).isEqualTo(1);
    }

    @Test
    void oneOfTwoSignaturesIsEnoughDuringSecretRotation() {
        String both = WRONG.of(id, now, completedEvent()) + " " + RIGHT.of(id, now, completedEvent());
        assertThat(send(id, now, both, completedEvent()).status()).isEqualTo(204);
        assertThat(shop.status(uuid)).isEqualTo(1);
    }

    @Test
    void eventWithoutValidSignatureIsRefused() {
        String right = RIGHT.of(id, now, completedEvent());
        assertThat(send(id, now, WRONG.of(id, now, completedEvent()), completedEvent())
                        .status())
                .isEqualTo(403);
        assertThat(send(id + "x", now, right, completedEvent()).status()).isEqualTo(403);
        assertThat(send(id, now + 1, right, completedEvent()).status()).isEqualTo(403);
        assertThat(send(id, now, right, completedEvent() + " ").status()).isEqualTo(403);
        assertThat(send(id, now, "", completedEvent()).status()).isEqualTo(403);
        assertThat(send(id, now, right.replace("v1,", "v2,"), completedEvent()).status())
                .isEqualTo(403);
        assertThat(TestServer.anonymous().post(PATH, completedEvent()).status()).isEqualTo(400);
        assertThat(TestServer.client().post(PATH, completedEvent()).status()).isEqualTo(400);
        assertThat(shop.status(uuid)).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {-600, 600, -2_000_000_000})
    void eventWithTimestampOutsideToleranceIsRefused(long seconds) {
        long timestamp = Math.max(0, now + seconds);
        assertThat(send(id, timestamp, RIGHT.of(id, timestamp, completedEvent()), completedEvent())
                        .status())
                .isEqualTo(403);
        assertThat(shop.status(uuid)).isZero();
    }

    @Test
    void repeatedAndConcurrentEventIsAppliedOnce() {
        var responses = IntStream.range(0, 10)
                .parallel()
                .mapToObj(number -> send(id, completedEvent()).status())
                .toList();
        assertThat(responses).containsOnly(204);
        assertThat(shop.status(uuid)).isEqualTo(1);
        String log = shop.solitude()
                .get(shop.transaction(uuid).getString("resource_uri") + "log/")
                .text();
        assertThat(log.split("\"after\":\"1\"", -1)).hasSize(2);
    }

    @Test
    void eventThatFailsPaymentGivesReason() {
        assertThat(send(id, event("failed", ", \"reason\": \"no money\"")).status())
                .isEqualTo(204);
        assertThat(shop.status(uuid)).isEqualTo(4);
        assertThat(shop.transaction(uuid).getString("status_reason")).isEqualTo("no money");
    }

    @Test
    void contradictingEventIsAcceptedAndNotApplied() {
        assertThat(send(id, event("failed", "")).status()).isEqualTo(204);
        assertThat(send(id + "2", completedEvent()).status()).isEqualTo(204);
        assertThat(shop.status(uuid)).isEqualTo(4);
    }

    @Test
    void unrelatedEventIs204AndInvalidEventIs4xx() {
        String other = "{\"type\": \"payout.done\", \"data\": {}}";
        assertThat(send(id, other).status()).isEqualTo(204);
        String unknown =
                "{\"type\": \"transaction.completed\", \"data\": {\"uuid\": \"%s\", \"status\": \"completed\"}}"
                        .formatted(UUID.randomUUID());
        assertThat(send(id, unknown).status()).isEqualTo(404);
        String incomplete = "{\"type\": \"transaction.completed\", \"data\": {}}";
        ApiResponse refused = send(id, incomplete);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().getJsonObject("errors")).containsOnlyKeys("data");
        assertThat(send(id, "no json").status()).isEqualTo(400);
        assertThat(TestServer.anonymous()
                        .post("/provider/unknown/notify/", "{}")
                        .status())
                .isEqualTo(404);
        assertThat(signed(TestServer.anonymous(), id, now, RIGHT.of(id, now, completedEvent()))
                        .post("/provider/frail/notify/", completedEvent())
                        .status())
                .as("a payment of another provider")
                .isEqualTo(404);
    }

    @Test
    void eventWithAsyncHeaderIsHandledSynchronously() {
        ApiResponse response = signed(
                        TestServer.anonymous().with("Solitude-Async", "yes").with("Prefer", "respond-async"),
                        id,
                        now,
                        RIGHT.of(id, now, completedEvent()))
                .post(PATH, completedEvent());
        assertThat(response.status()).as("%s", response).isEqualTo(204);
        assertThat(TestServer.anonymous()
                        .with("Solitude-Async", "yes")
                        .post(PATH, completedEvent())
                        .status())
                .isEqualTo(400);
    }

    @Test
    void otherPathsBelowProviderNeedLogin() {
        for (String path : new String[] {
            "/provider/scripted/notify/x/", "/provider/scripted/sellers/notify/", "/provider/scripted/sellers/"
        }) {
            assertThat(TestServer.anonymous().post(path, "{}").status())
                    .as(path)
                    .isEqualTo(401);
        }
    }
}
