package org.solitude.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.solitude.harness.TestServer;
import org.solitude.harness.UsesSharedServer;
import org.solitude.testkit.client.ApiResponse;
import org.solitude.testkit.client.SolitudeClient;

/** Tests that webhooks are signed with the secret of their client, and with both secrets during a rotation. */
@UsesSharedServer
class WebhookSecretIT {
    @AutoClose
    private final WebhookSubscriber subscriber = new WebhookSubscriber();

    private final SolitudeClient client = subscriber.client();
    private final WebhookReceiver receiver = subscriber.receiver();

    /** The creation of a secret may be asynchronous like any other write; its replay contains the secret. */
    @Test
    void secretCreatedAsynchronouslySignsWebhooks() {
        JsonObject created = client.asynchronously()
                .post("/delay/callback/secret/", "{}")
                .awaitReplay()
                .json();
        assertThat(subscriber
                        .awaitWebhook(subscriber.submit("/probe/echo/", "{}"))
                        .isSignedBy(created.getString("secret")))
                .isTrue();
    }

    @Test
    void bothSecretsSignDuringRotation() {
        assertThat(subscriber
                        .awaitWebhook(subscriber.submit("/probe/echo/", "{}"))
                        .isSignedBy(subscriber.secret()))
                .isTrue();
        JsonObject next = client.post("/delay/callback/secret/", "").json();
        ReceivedWebhook both = subscriber.awaitWebhook(subscriber.submit("/probe/echo/", "{}"));
        assertThat(both.signatures()).hasSize(2);
        assertThat(both.isSignedBy(subscriber.secret())).isTrue();
        assertThat(both.isSignedBy(next.getString("secret"))).isTrue();
        JsonObject old = client.get("/delay/callback/secret/")
                .json()
                .getJsonArray("objects")
                .getJsonObject(1);
        assertThat(old.getString("expires")).isNotBlank();
        assertThat(old.containsKey("secret")).isFalse();
        assertThat(client.delete(old.getString("resource_uri")).status()).isEqualTo(204);
        ReceivedWebhook one = subscriber.awaitWebhook(subscriber.submit("/probe/echo/", "{}"));
        assertThat(one.signatures()).hasSize(1);
        assertThat(one.isSignedBy(next.getString("secret"))).isTrue();
    }

    @Test
    void replacedSecretIsDeletedAfterOverlap() {
        client.post("/delay/callback/secret/", "");
        List<JsonObject> both = secrets();
        assertThat(both).hasSize(2);
        String replaced = both.get(1).getString("resource_uri").replaceAll(".*/(.+)/$", "$1");
        assertThat(client.post("/probe/ageing/secrets/" + replaced + "/?by=PT1S", "{}")
                        .text())
                .isEqualTo("1");
        await().atMost(WebhookSubscriber.TIMEOUT).until(() -> secrets().equals(List.of(both.get(0))));
    }

    private List<JsonObject> secrets() {
        return client.get("/delay/callback/secret/")
                .json()
                .getJsonArray("objects")
                .getValuesAs(JsonObject.class);
    }

    @Test
    void callbackWithoutSecretIs400() {
        SolitudeClient without = TestServer.client("without-secret");
        ApiResponse response = without.with("Solitude-Async", "yes")
                .with("Solitude-Callback", receiver.url())
                .post("/probe/echo/", "{}");
        assertThat(response.status()).isEqualTo(400);
        assertThat(response.json().getString("detail")).contains("Solitude-Callback", "/delay/callback/secret/");
    }
}
