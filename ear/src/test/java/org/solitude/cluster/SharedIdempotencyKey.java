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

    void aRepeatElsewhereGetsTheFirstAnswer() {
        BlockedWrite gate = BlockedWrite.closed();
        CompletableFuture<ApiResponse> first = pass(one, gate);
        gate.awaitArrival(one);
        CompletableFuture<ApiResponse> repeat = pass(other, gate);
        gate.open(one);
        assertThat(first.join().status()).isEqualTo(201);
        assertThat(repeat.join().status()).isEqualTo(201);
        assertThat(repeat.join().body()).isEqualTo(first.join().body());
        assertThat(gate.arrivals(other)).isZero();
    }

    void aRaceOfBothNodesHasOneEffect() {
        String seller = made("/generic/seller/", "{\"uuid\": \"" + UUID.randomUUID() + "\"}");
        String product = made("/generic/product/", "{\"seller\": \"" + seller + "\"}");
        String key = UUID.randomUUID().toString();
        List<CompletableFuture<ApiResponse>> answers = new ArrayList<>();
        for (int i = 0; i < REPEATS; i++) {
            answers.add(start(i % 2 == 0 ? one : other, product, key));
        }
        List<ApiResponse> given = answers.stream().map(CompletableFuture::join).toList();
        assertThat(given).extracting(ApiResponse::status).isSubsetOf(201, 409);
        assertThat(given)
                .filteredOn(answer -> answer.status() == 201)
                .extracting(ApiResponse::text)
                .isNotEmpty()
                .containsOnly(
                        write(one, product, key).text(),
                        write(other, product, key).text());
        assertThat(one.get("/generic/transaction/?seller=" + seller)
                        .json()
                        .getJsonObject("meta")
                        .getInt("total_count"))
                .isEqualTo(1);
    }

    /** Nobody extends the claim of a dead node: when it is over, the next call with the key runs. */
    void theKeyIsLeftToTheOther(BlockedWrite gate, CompletableFuture<ApiResponse> first) {
        assertThat(first).failsWithin(SOON);
        ApiResponse repeat =
                await().atMost(SOON).until(() -> pass(other, gate).join(), answer -> answer.status() != 409);
        assertThat(repeat.status()).as("%s", repeat).isEqualTo(201);
        assertThat(gate.arrivals(other)).isEqualTo(1);
    }

    static CompletableFuture<ApiResponse> pass(SolitudeClient client, BlockedWrite gate) {
        return client.with("Idempotency-Key", gate.name()).start("POST", gate.path(), RequestBody.json("{}"));
    }

    private static CompletableFuture<ApiResponse> start(SolitudeClient client, String product, String key) {
        return client.with("Idempotency-Key", key)
                .start(
                        "POST",
                        "/generic/transaction/",
                        RequestBody.json("{\"seller_product\": \"" + product + "\", \"provider\": \"reference\"}"));
    }

    private static ApiResponse write(SolitudeClient client, String product, String key) {
        return await().atMost(SOON).until(() -> start(client, product, key).join(), answer -> answer.status() != 409);
    }

    private String made(String path, String json) {
        ApiResponse answer = one.post(path, json);
        assertThat(answer.status()).as("%s", answer).isEqualTo(201);
        return answer.json().getString("resource_uri");
    }
}
