package org.solitude.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.solitude.testkit.client.ApiResponse;
import org.solitude.testkit.client.RequestBody;
import org.solitude.testkit.client.SolitudeClient;

/** One idempotency key, sent to both nodes. */
record SharedIdempotencyKey(SolitudeClient one, SolitudeClient other) {
    private static final Duration SOON = Duration.ofMinutes(1);
    private static final int REPEATS = 50;

    void assertRepeatOnOtherNodeGetsFirstResponse() {
        BlockedWrite gate = BlockedWrite.create();
        CompletableFuture<ApiResponse> first = startBlockedWrite(one, gate);
        gate.awaitBlocked(one);
        CompletableFuture<ApiResponse> repeat = startBlockedWrite(other, gate);
        gate.release(one);
        assertThat(first.join().status()).isEqualTo(201);
        assertThat(repeat.join().status()).isEqualTo(201);
        assertThat(repeat.join().body()).isEqualTo(first.join().body());
        assertThat(gate.executions(other)).isZero();
    }

    void assertConcurrentWritesHaveOneEffect() {
        String seller = create("/generic/seller/", "{\"uuid\": \"" + UUID.randomUUID() + "\"}");
        String product = create("/generic/product/", "{\"seller\": \"" + seller + "\"}");
        String key = UUID.randomUUID().toString();
        List<CompletableFuture<ApiResponse>> answers = new ArrayList<>();
        for (int i = 0; i < REPEATS; i++) {
            answers.add(startPayment(i % 2 == 0 ? one : other, product, key));
        }
        List<ApiResponse> given = answers.stream().map(CompletableFuture::join).toList();
        assertThat(given).extracting(ApiResponse::status).isSubsetOf(201, 409);
        assertThat(given)
                .filteredOn(answer -> answer.status() == 201)
                .extracting(ApiResponse::text)
                .isNotEmpty()
                .containsOnly(
                        pay(one, product, key).text(), pay(other, product, key).text());
        assertThat(one.get("/generic/transaction/?seller=" + seller)
                        .json()
                        .getJsonObject("meta")
                        .getInt("total_count"))
                .isEqualTo(1);
    }

    /** Nobody extends the claim of a dead node: when it is over, the next call with the key runs. */
    void assertOtherNodeRunsWriteAfterCrash(BlockedWrite gate, CompletableFuture<ApiResponse> first) {
        assertThat(first).failsWithin(SOON);
        ApiResponse repeat = await().atMost(SOON)
                .until(() -> startBlockedWrite(other, gate).join(), answer -> answer.status() != 409);
        assertThat(repeat.status()).as("%s", repeat).isEqualTo(201);
        assertThat(gate.executions(other)).isEqualTo(1);
    }

    static CompletableFuture<ApiResponse> startBlockedWrite(SolitudeClient client, BlockedWrite gate) {
        return client.with("Idempotency-Key", gate.name()).start("POST", gate.path(), RequestBody.json("{}"));
    }

    private static CompletableFuture<ApiResponse> startPayment(SolitudeClient client, String product, String key) {
        return client.with("Idempotency-Key", key)
                .start(
                        "POST",
                        "/generic/transaction/",
                        RequestBody.json("{\"seller_product\": \"" + product + "\", \"provider\": \"reference\"}"));
    }

    private static ApiResponse pay(SolitudeClient client, String product, String key) {
        return await().atMost(SOON)
                .until(() -> startPayment(client, product, key).join(), answer -> answer.status() != 409);
    }

    private String create(String path, String json) {
        ApiResponse answer = one.post(path, json);
        assertThat(answer.status()).as("%s", answer).isEqualTo(201);
        return answer.json().getString("resource_uri");
    }
}
