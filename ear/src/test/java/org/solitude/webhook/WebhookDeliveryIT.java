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

/** Each end of a task that asked for it is called in: once, signed, and as its result tells it. */
@UsesSharedServer
class WebhookDeliveryIT {
    @AutoClose
    private final WebhookSubscriber subscriber = new WebhookSubscriber();

    private final SolitudeClient client = subscriber.client();
    private final WebhookReceiver receiver = subscriber.receiver();

    @Test
    void webhookCarriesTheResult() {
        AcceptedTask task = subscriber.submit("/probe/echo/", "{\"a\": 1}");
        ReceivedWebhook call = subscriber.awaitWebhook(task);
        assertThat(call.isSignedBy(subscriber.secret())).isTrue();
        assertThat(call.id()).startsWith("msg_").doesNotContain(".");
        assertThat(call.type()).isEqualTo("task.done");
        JsonObject result = task.awaitResult().json();
        assertThat(call.json().getString("timestamp")).isEqualTo(result.getString("finished"));
        JsonObject data = call.json().getJsonObject("data");
        assertThat(data.getString("result")).isEqualTo(task.result());
        assertThat(data.getString("replay")).isEqualTo(task.replay());
        for (String same : List.of(
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
            assertThat(data.get(same)).as(same).isEqualTo(result.get(same));
        }
        assertThat(subscriber.awaitState(task, "delivered").getInt("attempts")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"404, task.done", "500, task.done", "503, task.dead"})
    void failedTaskSendsWebhook(int status, String type) {
        ReceivedWebhook call = subscriber.awaitWebhook(subscriber.submit("/probe/failure/status/" + status + "/", "{}"));
        assertThat(call.type()).isEqualTo(type);
        assertThat(call.json().getJsonObject("data").getInt("status_code")).isEqualTo(status);
    }

    /** Every wish at once: one task, one call. */
    @Test
    void repeatedWriteSendsOneWebhook() {
        SolitudeClient wishing = client.with("Prefer", "respond-async")
                .with("Solitude-Callback", receiver.url())
                .with("Idempotency-Key", "\"" + UUID.randomUUID() + "\"")
                .with("Solitude-Ordering-Key", "one after another")
                .with("Solitude-Priority", "9");
        ApiResponse first = wishing.post("/probe/echo/", "{}");
        assertThat(wishing.post("/probe/echo/", "{}").text()).isEqualTo(first.text());
        subscriber.awaitState(AcceptedTask.of(client, first), "delivered");
        assertThat(receiver.webhooks()).hasSize(1);
    }

    /** A dead task that is run again ends again: that is news, so it has an id of its own. */
    @Test
    void redrivenTaskSendsSecondWebhook() {
        String unwell = "/probe/unwell/" + UUID.randomUUID() + "/?times=4&status=503";
        AcceptedTask task = subscriber.submit(unwell, "{}");
        assertThat(subscriber.awaitWebhook(task).type()).isEqualTo("task.dead");
        try (var management = new ManagementClient(TestServer.running())) {
            var dead = management.queue("DelayedRequestsDead");
            Awaitility.await().atMost(WebhookSubscriber.TIMEOUT).until(() -> dead.waiting() > 0);
            dead.moveAllTo("DelayedRequests");
        }
        List<ReceivedWebhook> calls = Awaitility.await("the second end")
                .atMost(WebhookSubscriber.TIMEOUT)
                .until(() -> receiver.webhooksOf(task.uuid()), both -> both.size() == 2);
        assertThat(calls).extracting(ReceivedWebhook::type).containsExactly("task.dead", "task.done");
        assertThat(calls).extracting(ReceivedWebhook::id).doesNotHaveDuplicates();
    }

    @Test
    void cancelledTaskSendsWebhook() {
        AcceptedTask task = AcceptedTask.of(
                client, subscriber.withCallback().with("Solitude-Not-Before", "3600").post("/probe/echo/", "{}"));
        assertThat(client.delete(task.result()).status()).isEqualTo(204);
        ReceivedWebhook call = subscriber.awaitWebhook(task);
        assertThat(call.type()).isEqualTo("task.cancelled");
        assertThat(call.json().getJsonObject("data").isNull("status_code")).isTrue();
    }

    @Test
    void expiredTaskSendsWebhook() {
        try (var management = new ManagementClient(TestServer.running())) {
            management.queue("DelayedRequests").pause();
            try {
                AcceptedTask task = AcceptedTask.of(
                        client, subscriber.withCallback().with("Solitude-Expires", "1").post("/probe/echo/", "{}"));
                assertThat(subscriber.awaitWebhook(task).type()).isEqualTo("task.expired");
            } finally {
                management.queue("DelayedRequests").resume();
            }
        }
    }

    /** What is not kept has no end, and a response that rolls back its task's effects is still an end. */
    @Test
    void taskWithoutHeaderSendsNoWebhook() {
        AcceptedTask quiet = client.asynchronously().post("/probe/echo/", "{}");
        quiet.awaitResult();
        subscriber.awaitWebhook(subscriber.submit("/probe/echo/", "{}"));
        assertThat(receiver.webhooksOf(quiet.uuid())).isEmpty();
        assertThat(subscriber.deliveries("?task=" + quiet.uuid())).isEmpty();
    }
}
