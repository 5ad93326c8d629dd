package org.solitude.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.solitude.client.Answer;
import org.solitude.client.Body;
import org.solitude.client.Solitude;
import org.solitude.harness.Database;
import org.solitude.harness.ServerProcess;

/** Limits that other tests could not live with, on a server of its own: how much may wait, how often one may poll, CORS. */
@TestInstance(Lifecycle.PER_CLASS)
class LimitsIT {
    private static final String ORIGIN = "https://shop.example";

    private final Database database = Database.start("h2");
    private final ServerProcess server = new ServerProcess("limits", database);

    @BeforeAll
    void start() {
        server.operator();
        server.set("SOLITUDE_DELAY_WAITING_MAX", "3");
        server.set("SOLITUDE_DELAY_BACKLOG_MAX", "5");
        server.set("SOLITUDE_REQUEST_POLLS_PER_SECOND", "1");
        server.set("SOLITUDE_REQUEST_POLL_BURST", "5");
        server.set("SOLITUDE_CORS_ORIGIN", ORIGIN);
        server.launch();
        server.awaitUp();
    }

    @AfterAll
    void stop() {
        server.close();
        database.close();
    }

    /** One story: the client's own limit, then everybody's, then room again. */
    @Test
    void whatWaitsIsLimitedPerClientAndInAll() {
        List<Answer> accepted =
                IntStream.range(0, 3).mapToObj(i -> later(server.client())).toList();
        assertThat(accepted).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(202));
        assertRefused(later(server.client()), 429);

        assertThat(later(server.operator()).status()).isEqualTo(202);
        assertThat(later(server.operator()).status()).isEqualTo(202);
        assertRefused(later(server.operator()), 503);

        String result = accepted.get(0).json().getString("result");
        assertThat(server.client().delete(result).status()).isEqualTo(204);
        await().until(() -> later(server.client()).status() == 202);
    }

    @Test
    void whoPollsWithoutPauseIsToldToWait() {
        Solitude operator = server.operator();
        List<Answer> answers = IntStream.range(0, 30)
                .mapToObj(i -> operator.get("/delay/result/"))
                .toList();
        assertThat(answers.get(0).status()).isEqualTo(200);
        assertThat(answers).anySatisfy(answer -> assertRefused(answer, 429));
        assertThat(operator.get("/generic/buyer/").status())
                .as("other calls are no polls")
                .isEqualTo(200);
    }

    @Test
    void aConfiguredOriginMayCallFromABrowserAndNoOther() {
        Solitude page = server.nobody().with("Origin", ORIGIN);
        Answer preflight =
                page.with("Access-Control-Request-Method", "POST").send("OPTIONS", "/generic/buyer/", Body.NONE);
        assertThat(preflight.status()).isEqualTo(204);
        assertThat(preflight.header("Access-Control-Allow-Origin")).contains(ORIGIN);
        assertThat(preflight.header("Access-Control-Allow-Headers").orElseThrow())
                .contains("Authorization", "Solitude-Async", "Prefer", "Idempotency-Key");
        Answer call = server.client().with("Origin", ORIGIN).get("/generic/buyer/");
        assertThat(call.header("Access-Control-Allow-Origin")).contains(ORIGIN);
        assertThat(call.header("Access-Control-Expose-Headers").orElseThrow()).contains("Solitude-Async", "Location");

        Answer foreign = server.client().with("Origin", "https://evil.example").get("/generic/buyer/");
        assertThat(foreign.header("Access-Control-Allow-Origin")).isEmpty();
    }

    private static Answer later(Solitude client) {
        return client.with("Solitude-Async", "yes")
                .with("Solitude-Not-Before", "3600")
                .post("/probe/echo/", "{}");
    }

    private static void assertRefused(Answer answer, int status) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(status);
        assertThat(answer.header("Retry-After").orElseThrow()).matches("[1-9][0-9]*");
        assertThat(answer.header("Content-Type")).contains("application/problem+json");
        assertThat(answer.json().getInt("status")).isEqualTo(status);
    }
}
