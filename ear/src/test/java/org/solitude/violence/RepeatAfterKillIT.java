package org.solitude.violence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.solitude.client.Accepted;
import org.solitude.client.Answer;
import org.solitude.client.RequestBody;
import org.solitude.client.Solitude;
import org.solitude.harness.Database;
import org.solitude.harness.ServerProcess;

/**
 * Clients send writes with keys, the server is killed in the midst, and each client sends the same again as if nothing had
 * been: whatever it got before it gets once more, and whatever happens happens once.
 */
class RepeatAfterKillIT {
    private static final int WRITES = 60;
    private static final Duration SOON = Duration.ofMinutes(1);

    /** A write that no unique key of its own protects: a second execution would make a second transaction. */
    private record Write(String key, boolean delayed, String json) {

        Solitude through(Solitude client) {
            Solitude keyed = client.with("Idempotency-Key", key);
            return delayed ? keyed.with("Solitude-Async", "yes") : keyed;
        }

        CompletableFuture<Answer> start(Solitude client) {
            return through(client).start("POST", "/generic/transaction/", RequestBody.json(json));
        }
    }

    @Test
    void aRepeatAfterAKillGetsTheFirstAnswerAndTheEffectIsThereOnce() {
        Plan plan = Plan.fromTheCommandLine();
        try (Database database = Database.start(plan.database());
                ServerProcess server = new ServerProcess("repeats-" + plan.database(), database)) {
            server.launch();
            server.awaitUp();
            Solitude client = server.client();
            String seller = made(client, "/generic/seller/", "{\"uuid\": \"" + UUID.randomUUID() + "\"}");
            String product = made(client, "/generic/product/", "{\"seller\": \"" + seller + "\"}");
            List<Write> writes = new ArrayList<>();
            for (int i = 0; i < WRITES; i++) {
                writes.add(new Write(
                        UUID.randomUUID().toString(),
                        i % 2 == 0,
                        "{\"seller_product\": \"" + product + "\", \"provider\": \"reference\"}"));
            }

            AtomicInteger answered = new AtomicInteger();
            List<CompletableFuture<Answer>> first = writes.stream()
                    .map(write -> write.start(client).whenComplete((answer, cut) -> answered.incrementAndGet()))
                    .toList();
            int beforeTheKill = 1 + plan.chance(0).nextInt(WRITES);
            await().atMost(SOON).until(() -> answered.get() >= beforeTheKill);
            server.kill();
            server.launch();
            server.awaitUp();

            for (int i = 0; i < WRITES; i++) {
                Write write = writes.get(i);
                Answer repeat = insist(write, client);
                Answer before = answerOf(first.get(i));
                if (before != null) {
                    assertThat(repeat.status()).as("%s", repeat).isEqualTo(before.status());
                    assertThat(repeat.text()).isEqualTo(before.text());
                    assertThat(repeat.header("Location")).isEqualTo(before.header("Location"));
                }
                Answer end =
                        repeat.status() == 202 ? Accepted.of(client, repeat).awaitReplay() : repeat;
                assertThat(end.status())
                        .as("%s: %s got %s, then %s, then %s", plan, write, before, repeat, end)
                        .isEqualTo(201);
            }
            assertThat(client.get("/generic/transaction/?seller=" + seller)
                            .json()
                            .getJsonObject("meta")
                            .getInt("total_count"))
                    .as("%s: one transaction for each key", plan)
                    .isEqualTo(WRITES);
        }
    }

    /** As a client would: a 409 says that the first call may still run, because nobody can tell yet that it died. */
    private static Answer insist(Write write, Solitude client) {
        return await().atMost(SOON)
                .until(() -> write.start(client).join(), answer -> answer.status() != 409 && answer.status() != 503);
    }

    private static @Nullable Answer answerOf(CompletableFuture<Answer> started) {
        try {
            Answer answer = started.join();
            return answer.status() < 300 ? answer : null;
        } catch (CompletionException cut) {
            return null;
        }
    }

    private static String made(Solitude client, String path, String json) {
        Answer answer = client.post(path, json);
        assertThat(answer.status()).as("%s", answer).isEqualTo(201);
        return answer.json().getString("resource_uri");
    }
}
