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

/** Tests that a write with an idempotency key, repeated after a kill, gets the first response and has one effect. */
class RepeatAfterCrashIT {
    private static final int WRITES = 60;
    private static final Duration SOON = Duration.ofMinutes(1);

    /** A write without a unique column: a second execution would create a second transaction. */
    private record Write(String key, boolean asynchronous, String json) {

        SolitudeClient withHeaders(SolitudeClient client) {
            SolitudeClient keyed = client.with("Idempotency-Key", key);
            return asynchronous ? keyed.with("Solitude-Async", "yes") : keyed;
        }

        CompletableFuture<ApiResponse> start(SolitudeClient client) {
            return withHeaders(client).start("POST", "/generic/transaction/", RequestBody.json(json));
        }
    }

    @Test
    void repeatAfterKillGetsFirstResponseAndEffectHappensOnce() {
        CrashPlan plan = CrashPlan.fromSystemProperties();
        try (TestDatabase database = TestDatabase.create("repeats");
                ServerProcess server = new ServerProcess("repeats", database)) {
            server.launch();
            server.awaitUp();
            SolitudeClient client = server.client();
            String seller = create(client, "/generic/seller/", "{\"uuid\": \"" + UUID.randomUUID() + "\"}");
            String product = create(client, "/generic/product/", "{\"seller\": \"" + seller + "\"}");
            List<Write> writes = new ArrayList<>();
            for (int i = 0; i < WRITES; i++) {
                writes.add(new Write(
                        UUID.randomUUID().toString(),
                        i % 2 == 0,
                        "{\"seller_product\": \"" + product + "\", \"source\": \"shop\"}"));
            }

            AtomicInteger finished = new AtomicInteger();
            List<CompletableFuture<ApiResponse>> first = writes.stream()
                    .map(write -> write.start(client).whenComplete((response, failure) -> finished.incrementAndGet()))
                    .toList();
            int finishedBeforeKill = 1 + plan.random(0).nextInt(WRITES);
            await().atMost(SOON).until(() -> finished.get() >= finishedBeforeKill);
            server.kill();
            server.launch();
            server.awaitUp();

            for (int i = 0; i < WRITES; i++) {
                Write write = writes.get(i);
                ApiResponse repeat = repeatUntilAnswered(write, client);
                ApiResponse original = responseOf(first.get(i));
                if (original != null) {
                    assertThat(repeat.status()).as("%s", repeat).isEqualTo(original.status());
                    assertThat(repeat.text()).isEqualTo(original.text());
                    assertThat(repeat.header("Location")).isEqualTo(original.header("Location"));
                }
                ApiResponse end =
                        repeat.status() == 202 ? AcceptedTask.of(client, repeat).awaitReplay() : repeat;
                assertThat(end.status())
                        .as("%s: %s got %s, then %s, then %s", plan, write, original, repeat, end)
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

    /** Repeats a write as a client would after a 409, which says that the first call may still run, or a 503. */
    private static ApiResponse repeatUntilAnswered(Write write, SolitudeClient client) {
        return await().atMost(SOON)
                .until(
                        () -> write.start(client).join(),
                        response -> response.status() != 409 && response.status() != 503);
    }

    private static @Nullable ApiResponse responseOf(CompletableFuture<ApiResponse> started) {
        try {
            ApiResponse response = started.join();
            return response.status() < 300 ? response : null;
        } catch (CompletionException e) {
            return null;
        }
    }

    private static String create(SolitudeClient client, String path, String json) {
        ApiResponse response = client.post(path, json);
        assertThat(response.status()).as("%s", response).isEqualTo(201);
        return response.json().getString("resource_uri");
    }
}
