package org.solitude.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.solitude.harness.TestServer;
import org.solitude.harness.UsesSharedServer;
import org.solitude.testkit.client.AcceptedTask;
import org.solitude.testkit.client.ApiResponse;
import org.solitude.testkit.client.SolitudeClient;

/** Tests that a client and operators can list its deliveries until their task is deleted. */
@UsesSharedServer
class DeliveryListIT {
    @AutoClose
    private final WebhookSubscriber subscriber = new WebhookSubscriber();

    private final SolitudeClient client = subscriber.client();

    @Test
    void deliveryListHasPagesAndFilters() {
        for (int i = 0; i < 3; i++) {
            subscriber.awaitState(subscriber.submit("/probe/echo/", "{}"), "delivered");
        }
        JsonObject first =
                client.get("/delay/callback/?state=delivered&limit=2").json();
        assertThat(first.getJsonArray("objects")).hasSize(2);
        String next = first.getJsonObject("meta").getString("next");
        assertThat(client.get(next).json().getJsonArray("objects")).isNotEmpty();
        for (String query : List.of("state=asleep", "task=nobody", "colour=red", "limit=0")) {
            assertThat(client.get("/delay/callback/?" + query).status())
                    .as(query)
                    .isEqualTo(400);
        }
    }

    @Test
    void deliveryIs304UntilItChanges() {
        String uri = subscriber
                .awaitState(subscriber.submit("/probe/echo/", "{}"), "delivered")
                .getString("resource_uri");
        String tag = client.get(uri).header("ETag").orElseThrow();
        assertThat(client.with("If-None-Match", tag).get(uri).status()).isEqualTo(304);
        assertThat(client.with("If-Match", "\"stale\"").get(uri).status()).isEqualTo(412);
        client.post(uri + "redeliver/", "");
        assertThat(client.with("If-None-Match", tag).get(uri).status()).isEqualTo(200);
    }

    @Test
    void deliveryIsTheSameInListAndAlone() {
        AcceptedTask task = subscriber.submit("/probe/echo/", "{}");
        subscriber.awaitState(task, "delivered");
        JsonObject listed = subscriber.deliveries("?task=" + task.uuid()).get(0);
        assertThat(listed.getString("url")).isEqualTo(subscriber.receiver().url());
        assertThat(listed.getJsonArray("history")).hasSize(1);
        assertThat(listed)
                .isEqualTo(client.get(listed.getString("resource_uri")).json());
        ApiResponse redelivered =
                client.with("Prefer", "return=minimal").post(listed.getString("resource_uri") + "redeliver/", "");
        assertThat(redelivered.status()).as("%s", redelivered).isEqualTo(204);
        assertThat(redelivered.header("Preference-Applied")).contains("return=minimal");
    }

    @Test
    void foreignDeliveryIsUnknown() {
        SolitudeClient other = TestServer.client("other");
        AcceptedTask task = subscriber.submit("/probe/echo/?token=hidden", "{}");
        JsonObject delivery = subscriber.awaitState(task, "delivered");
        String uri = delivery.getString("resource_uri");
        String unknown = "/delay/callback/msg_" + UUID.randomUUID().toString().replace("-", "") + "/";
        assertThat(other.get(uri).status()).isEqualTo(404);
        assertThat(other.get(uri).body()).isEqualTo(other.get(unknown).body());
        assertThat(other.post(uri + "redeliver/", "").status()).isEqualTo(404);
        assertThat(other.get("/delay/callback/?task=" + task.uuid()).json().getJsonArray("objects"))
                .isEmpty();
        String secret = client.get("/delay/callback/secret/")
                .json()
                .getJsonArray("objects")
                .getJsonObject(0)
                .getString("resource_uri");
        assertThat(other.delete(secret).status()).isEqualTo(404);
        assertThat(other.delete(secret).body())
                .isEqualTo(other.delete("/delay/callback/secret/" + UUID.randomUUID() + "/")
                        .body());
        SolitudeClient operator = TestServer.operator();
        assertThat(operator.get(uri).json().getString("task")).isEqualTo(task.uuid());
        assertThat(operator.post(uri + "redeliver/", "").status()).isEqualTo(200);
    }

    @Test
    void deliveriesAreDeletedWithTheirTask() {
        AcceptedTask task = subscriber.submit("/probe/echo/", "{}");
        String uri = subscriber.awaitState(task, "delivered").getString("resource_uri");
        client.post("/probe/ageing/tasks/" + task.uuid() + "/?by=PT721H", "");
        Awaitility.await()
                .atMost(WebhookSubscriber.TIMEOUT)
                .until(() -> client.get(uri).status() == 404);
        assertThat(subscriber.deliveries("?task=" + task.uuid())).isEmpty();
    }
}
