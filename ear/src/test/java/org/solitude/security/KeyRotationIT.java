package org.solitude.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.solitude.harness.ServerProcess;
import org.solitude.harness.TestDatabase;
import org.solitude.testkit.client.AcceptedTask;
import org.solitude.testkit.client.ApiResponse;
import org.solitude.testkit.client.RequestBody;
import org.solitude.testkit.client.SolitudeClient;

/** Tests that the encryption key can be replaced: after reencryption with the new key the old one is not needed. */
class KeyRotationIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String CALLBACK = "https://127.0.0.5:1024/hook";
    private static final String BODY = "{\"kept\": \"under the first key\"}";

    private final String first = "first:" + newKey();
    private final String second = "second:" + newKey();

    @Test
    void oldKeyCanBeRemovedAfterReencryption() {
        try (TestDatabase database = TestDatabase.create("rotation");
                ServerProcess server = new ServerProcess("rotation", database)) {
            start(server, first);
            SolitudeClient operator = server.operator();
            SolitudeClient solitude = server.client();
            solitude.post("/generic/buyer/", "{\"uuid\": \"b\", \"email\": \"b@example.com\"}");
            solitude.post("/delay/callback/secret/", "");
            AcceptedTask task = solitude.with("Solitude-Callback", CALLBACK)
                    .asynchronously()
                    .post("/probe/echo/", BODY);
            assertThat(task.awaitReplay().text()).isEqualTo(BODY);
            assertThat(callWithKey(solitude).text()).isEqualTo("1");

            restart(server, second + "," + first);
            reencrypt(operator);
            assertThat(callWithKey(solitude).text())
                    .as("the first response, reencrypted")
                    .isEqualTo("1");

            restart(server, second);
            assertThat(AcceptedTask.at(server.client(), task.uuid())
                            .askForReplay()
                            .text())
                    .isEqualTo(BODY);
            assertThat(firstValue(server.client(), "/generic/buyer/?email=b@example.com", "email"))
                    .isEqualTo("b@example.com");
            String delivery = firstValue(server.client(), "/delay/callback/?task=" + task.uuid(), "resource_uri");
            assertThat(server.client().get(delivery).json().getString("url")).isEqualTo(CALLBACK);
        }
    }

    private static String firstValue(SolitudeClient solitude, String list, String field) {
        return solitude.get(list)
                .json()
                .getJsonArray("objects")
                .getJsonObject(0)
                .getString(field);
    }

    private static ApiResponse callWithKey(SolitudeClient solitude) {
        return solitude.with("Idempotency-Key", "kept").post("/probe/journal/kept/", "{}");
    }

    private static void reencrypt(SolitudeClient operator) {
        assertThat(operator.send("POST", "/operations/reencryption/", RequestBody.NONE)
                        .status())
                .isEqualTo(200);
        await().atMost(SOON).untilAsserted(() -> {
            JsonObject progress = operator.get("/operations/reencryption/").json();
            assertThat(progress.getBoolean("running")).isFalse();
            assertThat(progress.getBoolean("failed")).isFalse();
            assertThat(progress.getInt("resealed")).isGreaterThanOrEqualTo(5);
        });
    }

    private static void restart(ServerProcess server, String keys) {
        server.stop();
        start(server, keys);
    }

    private static void start(ServerProcess server, String keys) {
        server.set("SOLITUDE_ENCRYPTION_KEYS", keys);
        server.launch();
        server.awaitUp();
    }

    private static String newKey() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        return Base64.getEncoder().encodeToString(random);
    }
}
