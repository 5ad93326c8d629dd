package org.solitude.callback;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.solitude.client.Answer;
import org.solitude.client.Solitude;
import org.solitude.harness.OnTheServer;
import org.solitude.harness.TestServer;

/** Calls are signed with the secret of the client that is called, and while it is replaced with both. */
@OnTheServer
class SecretIT {
    @AutoClose
    private final Subscriber shop = new Subscriber();

    private final Solitude client = shop.client();
    private final Receiver receiver = shop.receiver();

    /** A write like any other: delayed, its response is the secret all the same. */
    @Test
    void aSecretCanBeMadeLater() {
        JsonObject made = client.asynchronously()
                .post("/delay/callback/secret/", "{}")
                .awaitReplay()
                .json();
        assertThat(shop.awaitCall(shop.ask("/probe/echo/", "{}")).isSignedBy(made.getString("secret")))
                .isTrue();
    }

    @Test
    void whileASecretIsReplacedBothSign() {
        assertThat(shop.awaitCall(shop.ask("/probe/echo/", "{}")).isSignedBy(shop.secret()))
                .isTrue();
        JsonObject next = client.post("/delay/callback/secret/", "").json();
        Call both = shop.awaitCall(shop.ask("/probe/echo/", "{}"));
        assertThat(both.signatures()).hasSize(2);
        assertThat(both.isSignedBy(shop.secret())).isTrue();
        assertThat(both.isSignedBy(next.getString("secret"))).isTrue();
        JsonObject old = client.get("/delay/callback/secret/")
                .json()
                .getJsonArray("objects")
                .getJsonObject(1);
        assertThat(old.getString("expires")).isNotBlank();
        assertThat(old.containsKey("secret")).isFalse();
        assertThat(client.delete(old.getString("resource_uri")).status()).isEqualTo(204);
        Call one = shop.awaitCall(shop.ask("/probe/echo/", "{}"));
        assertThat(one.signatures()).hasSize(1);
        assertThat(one.isSignedBy(next.getString("secret"))).isTrue();
    }

    @Test
    void withoutASecretThereIsNoCallback() {
        Solitude without = TestServer.client("without-secret");
        Answer answer = without.with("Solitude-Async", "yes")
                .with("Solitude-Callback", receiver.url())
                .post("/probe/echo/", "{}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().getString("detail")).contains("Solitude-Callback", "/delay/callback/secret/");
    }
}
