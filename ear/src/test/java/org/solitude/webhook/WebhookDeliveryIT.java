package org.solitude.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.solitude.harness.ManagementClient;
import org.solitude.harness.TestServer;
import org.solitude.harness.UsesSharedServer;
import org.solitude.testkit.client.AcceptedTask;
import org.solitude.testkit.client.ApiResponse;
import org.solitude.testkit.client.SolitudeClient;

/** Tests that each end of a task with a callback sends one signed webhook that carries the result. */
@UsesSharedServer
class WebhookDeliveryIT {
    @AutoClose
    private final WebhookSubscriber subscriber = new WebhookSubscriber();

    private final SolitudeClient client = subscriber.client();
    private final WebhookReceiver receiver = subscriber.receiver();

    @Test
    void webhookCarriesTheResult() {
        AcceptedTask task = subscriber.submit("/probe/echo/", "{\"a\": 1}");
        ReceivedWebhook webhook = subscriber.awaitWebhook(task);
        assertThat(webhook.isSignedBy(subscriber.secret())).isTrue();
        assertThat(webhook.id()).startsWith("msg_").doesNotContain(".");
        assertThat(webhook.type()).isEqualTo("task.done");
        JsonObject result = task.awaitResult().json();
        assertThat(webhook.json().getString("timestamp")).isEqualTo(result.getString("finished"));
        JsonObject data = webhook.json().getJsonObject("data");
        assertThat(data.getString("result")).isEqualTo(task.result());
        assertThat(data.getString("replay")).isEqualTo(task.replay());
        for (String member : List.of(
                "content",
                "content_encoding",
                "content_type",
                "created",
                "finished",
                "method",
                "path",
                "state",
                "status_code",
                "uuid")) {
            assertThat(data.get(member)).as(member).isEqualTo(result.get(member));
        }
        assertThat(subscriber.awaitState(task, "delivered").getInt("attempts")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"404, task.done", "500, task.done", "503, task.dead"})
    void failedTaskSendsWebhook(int status, String type) {
        ReceivedWebhook webhook =
                subscriber.awaitWebhook(subscriber.submit("/probe/failure/status/" + status + "/", "{}"));
        assertThat(webhook.type()).isEqualTo(type);
        assertThat(webhook.json().getJsonObject("data").getInt("status_code")).isEqualTo(status);
    }

    /** Sends a write with all options twice. */
    @Test
    void repeatedWriteSendsOneWebhook() {
        SolitudeClient withOptions = client.with("Prefer", "respond-async")
                .with("Solitude-Callback", receiver.url())
                .with("Idempotency-Key", "\"" + UUID.randomUUID() + "\"")
                .with("Solitude-Ordering-Key", "one after another")
                .with("Solitude-Priority", "9");
        ApiResponse first = withOptions.post("/probe/echo/", "{}");
        assertThat(withOptions.post("/probe/echo/", "{}").text()).isEqualTo(first.text());
        subscriber.awaitState(AcceptedTask.of(client, first), "delivered");
        assertThat(receiver.webhooks()).hasSize(1);
    }

    /** A redriven task ends a second time; that webhook has another id. */
    @Test
    void redrivenTaskSendsSecondWebhook() {
        String failing = "/probe/unwell/" + UUID.randomUUID() + "/?times=4&status=503";
        AcceptedTask task = subscriber.submit(failing, "{}");
        assertThat(subscriber.awaitWebhook(task).type()).isEqualTo("task.dead");
        try (var management = new ManagementClient(TestServer.running())) {
            var dead = management.queue("DelayedRequestsDead");
            Awaitility.await().atMost(WebhookSubscriber.TIMEOUT).until(() -> dead.waiting() > 0);
            dead.moveAllTo("DelayedRequests");
        }
        List<ReceivedWebhook> webhooks = Awaitility.await("the second webhook")
                .atMost(WebhookSubscriber.TIMEOUT)
                .until(() -> receiver.webhooksOf(task.uuid()), both -> both.size() == 2);
        assertThat(webhooks).extracting(ReceivedWebhook::type).containsExactly("task.dead", "task.done");
        assertThat(webhooks).extracting(ReceivedWebhook::id).doesNotHaveDuplicates();
    }

    @Test
    void cancelledTaskSendsWebhook() {
        AcceptedTask task = AcceptedTask.of(
                client,
                subscriber.withCallback().with("Solitude-Not-Before", "3600").post("/probe/echo/", "{}"));
        assertThat(client.delete(task.result()).status()).isEqualTo(204);
        ReceivedWebhook webhook = subscriber.awaitWebhook(task);
        assertThat(webhook.type()).isEqualTo("task.cancelled");
        assertThat(webhook.json().getJsonObject("data").isNull("status_code")).isTrue();
    }

    @Test
    void expiredTaskSendsWebhook() {
        try (var management = new ManagementClient(TestServer.running())) {
            management.queue("DelayedRequests").pause();
            try {
                AcceptedTask task = AcceptedTask.of(
                        client,
                        subscriber.withCallback().with("Solitude-Expires", "1").post("/probe/echo/", "{}"));
                assertThat(subscriber.awaitWebhook(task).type()).isEqualTo("task.expired");
            } finally {
                management.queue("DelayedRequests").resume();
            }
        }
    }

    /** Waits for the webhook of a later task, after which none of the earlier task can be pending. */
    @Test
    void taskWithoutHeaderSendsNoWebhook() {
        AcceptedTask withoutCallback = client.asynchronously().post("/probe/echo/", "{}");
        withoutCallback.awaitResult();
        subscriber.awaitWebhook(subscriber.submit("/probe/echo/", "{}"));
        assertThat(receiver.webhooksOf(withoutCallback.uuid())).isEmpty();
        assertThat(subscriber.deliveries("?task=" + withoutCallback.uuid())).isEmpty();
    }
}
