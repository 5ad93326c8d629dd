package org.solitude.slow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.solitude.client.Accepted;
import org.solitude.client.Answer;
import org.solitude.client.Body;
import org.solitude.client.Solitude;
import org.solitude.harness.Database;
import org.solitude.harness.ServerProcess;

/** A server that takes little: how it says so, and that it forgets nothing it took. */
class LimitsIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Database DATABASE = Database.start("h2");
    private static final ServerProcess SERVER = new ServerProcess("little", DATABASE);
    private static final Solitude OTHER = SERVER.client("other");

    @BeforeAll
    static void start() {
        SERVER.set("SOLITUDE_DELAY_WAITING_MAX", "3");
        SERVER.set("SOLITUDE_DELAY_BACKLOG_MAX", "5");
        SERVER.set("SOLITUDE_WAIT_CLIENTS_MAX", "1");
        SERVER.set("SOLITUDE_DELAY_BACKOFF_MAX", "PT0.1S");
        SERVER.launch();
        SERVER.awaitUp();
    }

    @AfterAll
    static void stop() {
        SERVER.close();
        DATABASE.close();
    }

    @Test
    void tellsWhoHasTooMuchWaitingAndWhenEverybodyHas() {
        Solitude shop = SERVER.client();
        List<Accepted> taken = take(shop, 3);
        Answer tooMany = later(shop);
        assertThat(tooMany.status()).as("%s", tooMany).isEqualTo(429);
        assertThat(tooMany.header("Retry-After").orElse("")).matches("[0-9]+");
        take(OTHER, 2);
        Answer full = later(OTHER);
        assertThat(full.status()).as("%s", full).isEqualTo(503);
        assertThat(full.header("Retry-After").orElse("")).matches("[0-9]+");
        assertThat(number(shop)).isEqualTo(3);
        assertThat(number(OTHER)).isEqualTo(2);
        beyondItsPlacesNobodyWaits(shop, taken.get(0));
        assertThat(shop.delete(taken.get(0).result()).status()).isEqualTo(204);
        await("there is room again").atMost(SOON).until(() -> later(shop).status() == 202);
    }

    @Test
    void aMonitorIsToldOfSettingsThatDoNotFit() {
        Answer status = SERVER.client().get("/services/status/");
        assertThat(status.status()).as("%s", status).isEqualTo(500);
        assertThat(status.json().getString("detail")).contains("SOLITUDE_DELAY_BACKOFF_MAX");
    }

    private static void beyondItsPlacesNobodyWaits(Solitude shop, Accepted task) {
        Solitude patient = shop.with("Prefer", "wait=50");
        CompletableFuture<Answer> first = patient.start("GET", task.result(), Body.NONE);
        await("one waits")
                .atMost(SOON)
                .until(() -> shop.get("/probe/waiting/").text().equals("1"));
        Answer second = patient.get(task.result());
        assertThat(second.isStillWaiting()).isTrue();
        assertThat(second.header("Preference-Applied")).isEmpty();
        assertThat(first).isNotDone();
    }

    private static List<Accepted> take(Solitude client, int number) {
        return IntStream.range(0, number)
                .mapToObj(each -> Accepted.of(client, later(client)))
                .toList();
    }

    private static Answer later(Solitude client) {
        return client.with("Solitude-Async", "yes")
                .with("Solitude-Not-Before", "3600")
                .post("/generic/seller/", "{}");
    }

    private static int number(Solitude client) {
        return client.get("/delay/result/?state=waiting")
                .json()
                .getJsonObject("meta")
                .getInt("total_count");
    }
}
