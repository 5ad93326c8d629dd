package org.solitude.crash;

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
import org.solitude.harness.ServerProcess;
import org.solitude.harness.TestDatabase;
import org.solitude.testkit.client.AcceptedTask;
import org.solitude.testkit.client.ApiResponse;
import org.solitude.testkit.client.RequestBody;
import org.solitude.testkit.client.SolitudeClient;

/**
 * Clients send writes with keys, the server is killed in the midst, and each client sends the same again as if nothing had
 * been: whatever it got before it gets once more, and whatever happens happens once.
 */
class RepeatAfterCrashIT {
    private static final int WRITES = 60;
    private static final Duration SOON = Duration.ofMinutes(1);

    /** A write that no unique key of its own protects: a second execution would make a second transaction. */
    private record Write(String key, boolean delayed, String json) {

        SolitudeClient through(SolitudeClient client) {
            SolitudeClient keyed = client.with("Idempotency-Key", key);
            return delayed ? keyed.with("Solitude-Async", "yes") : keyed;
        }

        CompletableFuture<ApiResponse> start(SolitudeClient client) {
            return through(client).start("POST", "/generic/transaction/", RequestBody.json(json));
        }
    }

    @Test
    void aRepeatAfterAKillGetsTheFirstAnswerAndTheEffectIsThereOnce() {
        CrashPlan plan = CrashPlan.fromSystemProperties();
        try (TestDatabase database = TestDatabase.start(plan.database());
                ServerProcess server = new ServerProcess("repeats-" + plan.database(), database)) {
            server.launch();
            server.awaitUp();
            SolitudeClient client = server.client();
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
            List<CompletableFuture<ApiResponse>> first = writes.stream()
                    .map(write -> write.start(client).whenComplete((answer, cut) -> answered.incrementAndGet()))
                    .toList();
            int beforeTheKill = 1 + plan.random(0).nextInt(WRITES);
            await().atMost(SOON).until(() -> answered.get() >= beforeTheKill);
            server.kill();
            server.launch();
            server.awaitUp();

            for (int i = 0; i < WRITES; i++) {
                Write write = writes.get(i);
                ApiResponse repeat = insist(write, client);
                ApiResponse before = answerOf(first.get(i));
                if (before != null) {
                    assertThat(repeat.status()).as("%s", repeat).isEqualTo(before.status());
                    assertThat(repeat.text()).isEqualTo(before.text());
                    assertThat(repeat.header("Location")).isEqualTo(before.header("Location"));
                }
                ApiResponse end =
                        repeat.status() == 202 ? AcceptedTask.of(client, repeat).awaitReplay() : repeat;
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
    private static ApiResponse insist(Write write, SolitudeClient client) {
        return await().atMost(SOON)
                .until(() -> write.start(client).join(), answer -> answer.status() != 409 && answer.status() != 503);
    }

    private static @Nullable ApiResponse answerOf(CompletableFuture<ApiResponse> started) {
        try {
            ApiResponse answer = started.join();
            return answer.status() < 300 ? answer : null;
        } catch (CompletionException cut) {
            return null;
        }
    }

    private static String made(SolitudeClient client, String path, String json) {
        ApiResponse answer = client.post(path, json);
        assertThat(answer.status()).as("%s", answer).isEqualTo(201);
        return answer.json().getString("resource_uri");
    }
}
