package org.solitude.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.solitude.client.Accepted;
import org.solitude.client.Body;
import org.solitude.client.Solitude;
import org.solitude.harness.Database;
import org.solitude.harness.ServerProcess;

/** The key of what is kept is changed: with the new one in front everything is sealed again, and the old one can go. */
class RotationIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String BODY = "{\"kept\": \"under the first key\"}";

    private final String first = "first:" + key();
    private final String second = "second:" + key();

    @Test
    void anOldKeyCanGoWhenEverythingIsSealedWithTheNewOne() {
        try (Database database = Database.start("h2");
                ServerProcess server = new ServerProcess("rotation", database)) {
            Solitude operator = server.operator();
            start(server, first);
            Solitude solitude = server.client();
            solitude.post("/generic/buyer/", "{\"uuid\": \"b\", \"email\": \"b@example.com\"}");
            Accepted task = solitude.asynchronously().post("/probe/echo/", BODY);
            assertThat(task.awaitReplay().text()).isEqualTo(BODY);

            restart(server, second + "," + first);
            reseal(operator);

            restart(server, second);
            assertThat(Accepted.at(server.client(), task.uuid()).askForReplay().text())
                    .isEqualTo(BODY);
            assertThat(server.client()
                            .get("/generic/buyer/?email=b@example.com")
                            .json()
                            .getJsonArray("objects")
                            .getJsonObject(0)
                            .getString("email"))
                    .isEqualTo("b@example.com");
        }
    }

    private static void reseal(Solitude operator) {
        assertThat(operator.send("POST", "/operations/reencryption/", Body.NONE).status())
                .isEqualTo(200);
        await().atMost(SOON).untilAsserted(() -> {
            JsonObject progress = operator.get("/operations/reencryption/").json();
            assertThat(progress.getBoolean("running")).isFalse();
            assertThat(progress.getBoolean("failed")).isFalse();
            assertThat(progress.getInt("resealed")).isGreaterThanOrEqualTo(2);
        });
    }

    private static void restart(ServerProcess server, String keys) {
        server.close();
        start(server, keys);
    }

    private static void start(ServerProcess server, String keys) {
        server.set("SOLITUDE_ENCRYPTION_KEYS", keys);
        server.launch();
        server.awaitUp();
    }

    private static String key() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        return Base64.getEncoder().encodeToString(random);
    }
}
