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

/** Tasks that requested a webhook to a receiver. */
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

    /** Waits until the server lists a successful delivery for each task. */
    void awaitDelivered(SolitudeClient node) {
        await("deliveries").atMost(SOON).until(() -> tasks.stream()
                .allMatch(task -> node.get("/delay/callback/?state=delivered&task=" + task)
                                .json()
                                .getJsonObject("meta")
                                .getInt("total_count")
                        == 1));
    }

    /** Asserts that the receiver was called exactly once for each task. */
    void assertSentOnce() {
        assertThat(receiver.webhooks()).extracting(ReceivedWebhook::task).containsExactlyInAnyOrderElementsOf(tasks);
    }

    /** Asserts that the receiver accepted one webhook id for each task; it may have received repeats of it. */
    void assertAcceptedOnce() {
        assertThat(receiver.accepted()).extracting(ReceivedWebhook::task).containsExactlyInAnyOrderElementsOf(tasks);
    }
}
