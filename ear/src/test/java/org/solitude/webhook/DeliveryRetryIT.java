package org.solitude.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.solitude.harness.UsesSharedServer;
import org.solitude.testkit.client.AcceptedTask;
import org.solitude.testkit.client.ApiResponse;
import org.solitude.testkit.client.SolitudeClient;

/** Tests how deliveries are retried, and that a receiver that hangs, refuses or is gone does not affect others. */
@UsesSharedServer
class DeliveryRetryIT {
    @AutoClose
    private final WebhookSubscriber subscriber = new WebhookSubscriber();

    private final SolitudeClient client = subscriber.client();
    private final WebhookReceiver receiver = subscriber.receiver();

    @Test
    void failedDeliveryIsRetriedWithSameId() {
        receiver.answering((webhook, number) -> switch (number) {
            case 1 -> WebhookReceiver.Reply.of(500);
            case 2 -> WebhookReceiver.Reply.of(302).with("Location", receiver.url() + "/elsewhere");
            case 3 -> WebhookReceiver.Reply.of(429);
            default -> WebhookReceiver.Reply.OK;
        });
        AcceptedTask task = subscriber.submit("/probe/echo/", "{}");
        JsonObject delivery = subscriber.awaitState(task, "delivered");
        List<ReceivedWebhook> webhooks = receiver.webhooksOf(task.uuid());
        assertThat(webhooks).hasSize(4);
        assertThat(webhooks).extracting(ReceivedWebhook::id).containsOnly(delivery.getString("id"));
        assertThat(webhooks).extracting(ReceivedWebhook::path).containsOnly("/hook");
        assertThat(webhooks).allMatch(webhook -> webhook.isSignedBy(subscriber.secret()));
        assertThat(receiver.accepted()).hasSize(1);
        assertThat(client.get(delivery.getString("resource_uri")).json().getJsonArray("history"))
                .extracting(attempt -> attempt.asJsonObject().getInt("status_code"))
                .containsExactly(500, 302, 429, 204);
    }

    @Test
    void retryAfterIsHonoured() {
        receiver.answering((webhook, number) ->
                number == 1 ? WebhookReceiver.Reply.of(503).with("Retry-After", "2") : WebhookReceiver.Reply.OK);
        AcceptedTask task = subscriber.submit("/probe/echo/", "{}");
        subscriber.awaitState(task, "delivered");
        List<ReceivedWebhook> webhooks = receiver.webhooksOf(task.uuid());
        assertThat(webhooks).hasSize(2);
        assertThat(Duration.ofNanos(webhooks.get(1).received() - webhooks.get(0).received()))
                .isGreaterThanOrEqualTo(Duration.ofMillis(1_900));
    }

    /** The receiver of one client hangs while another client's receiver gets its webhook. */
    @Test
    void hangingReceiverDelaysNoOther() {
        try (WebhookSubscriber slow = new WebhookSubscriber("slow-receiver")) {
            slow.receiver().answering((webhook, number) -> WebhookReceiver.Reply.NONE);
            for (int i = 0; i < 40; i++) {
                slow.submit("/probe/echo/", "{}");
            }
            Awaitility.await()
                    .atMost(WebhookSubscriber.TIMEOUT)
                    .until(() -> slow.receiver().webhooks().size() >= 8);
            receiver.answering(
                    (webhook, number) -> number == 1 ? WebhookReceiver.Reply.of(500) : WebhookReceiver.Reply.OK);
            subscriber.awaitState(subscriber.submit("/probe/echo/", "{}"), "delivered");
            assertThat(slow.receiver().accepted()).isEmpty();
        }
    }

    @Test
    void exhaustedDeliveryFailsAndCanBeRedelivered() {
        receiver.answering((webhook, number) -> WebhookReceiver.Reply.of(404));
        AcceptedTask task = subscriber.submit("/probe/echo/", "{}");
        JsonObject failed = subscriber.awaitState(task, "failed");
        assertThat(failed.getInt("attempts")).isEqualTo(8);
        receiver.answering((webhook, number) -> WebhookReceiver.Reply.OK);
        ApiResponse again = client.post(failed.getString("resource_uri") + "redeliver/", "");
        assertThat(again.status()).as("%s", again).isEqualTo(200);
        assertThat(subscriber.awaitState(task, "delivered").getInt("attempts")).isEqualTo(9);
        assertThat(receiver.accepted()).extracting(ReceivedWebhook::id).containsExactly(failed.getString("id"));
    }

    @Test
    void waitingDeliveryToGoneReceiverIsNotRetried() {
        receiver.answering((webhook, number) -> WebhookReceiver.Reply.of(503).with("Retry-After", "2"));
        AcceptedTask waiting = subscriber.submit("/probe/echo/", "{}");
        Awaitility.await()
                .atMost(WebhookSubscriber.TIMEOUT)
                .until(() -> receiver.webhooks().size() == 1);
        receiver.answering((webhook, number) -> WebhookReceiver.Reply.of(410));
        subscriber.awaitState(subscriber.submit("/probe/echo/", "{}"), "gone");
        assertThat(subscriber.awaitState(waiting, "gone").getInt("attempts")).isEqualTo(1);
        assertThat(receiver.webhooks()).hasSize(2);
    }

    @Test
    void goneReceiverIsNotCalledUntilRedelivery() {
        receiver.answering((webhook, number) -> WebhookReceiver.Reply.of(410));
        JsonObject gone = subscriber.awaitState(subscriber.submit("/probe/echo/", "{}"), "gone");
        assertThat(gone.getInt("attempts")).isEqualTo(1);
        AcceptedTask next = subscriber.submit("/probe/echo/", "{}");
        assertThat(subscriber.awaitState(next, "gone").getInt("attempts")).isZero();
        assertThat(receiver.webhooks()).hasSize(1);
        receiver.answering((webhook, number) -> WebhookReceiver.Reply.OK);
        client.post(gone.getString("resource_uri") + "redeliver/", "");
        Awaitility.await().atMost(WebhookSubscriber.TIMEOUT).until(() -> !receiver.accepted()
                .isEmpty());
        assertThat(subscriber
                        .awaitState(subscriber.submit("/probe/echo/", "{}"), "delivered")
                        .getInt("attempts"))
                .as("its URL is called again after a successful redelivery")
                .isEqualTo(1);
    }
}
