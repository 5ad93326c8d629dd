package org.solitude.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.solitude.testkit.client.AcceptedTask;
import org.solitude.testkit.client.SolitudeClient;
import org.solitude.webhook.ReceivedWebhook;
import org.solitude.webhook.WebhookReceiver;

/** Tasks that asked for a callback to this receiver. */
final class RequestedWebhooks {
    private static final Duration SOON = Duration.ofMinutes(1);

    private final WebhookReceiver receiver;
    private final List<String> tasks = new ArrayList<>();

    RequestedWebhooks(WebhookReceiver receiver) {
        this.receiver = receiver;
    }

    void request(SolitudeClient node) {
        tasks.add(AcceptedTask.of(
                        node,
                        node.with("Solitude-Async", "yes")
                                .with("Solitude-Callback", receiver.url())
                                .post("/probe/echo/", "{}"))
                .uuid());
    }

    /** Until the server says of each that it was delivered. */
    void awaitDelivered(SolitudeClient node) {
        await("deliveries").atMost(SOON).until(() -> tasks.stream()
                .allMatch(task -> node.get("/delay/callback/?state=delivered&task=" + task)
                                .json()
                                .getJsonObject("meta")
                                .getInt("total_count")
                        == 1));
    }

    /** Each call that was ever made is one of these, and the only one. */
    void assertSentOnce() {
        assertThat(receiver.calls()).extracting(ReceivedWebhook::task).containsExactlyInAnyOrderElementsOf(tasks);
    }

    /** Each was accepted under one id: what may have come again, the receiver knows. */
    void assertAcceptedOnce() {
        assertThat(receiver.accepted()).extracting(ReceivedWebhook::task).containsExactlyInAnyOrderElementsOf(tasks);
    }
}
