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

/** Sends one idempotency key to two nodes and asserts their responses. */
record SharedIdempotencyKey(SolitudeClient one, SolitudeClient other) {
    private static final Duration SOON = Duration.ofMinutes(1);
    private static final int REPEATS = 50;

    void assertRepeatOnOtherNodeGetsFirstResponse() {
        BlockedWrite write = BlockedWrite.create();
        CompletableFuture<ApiResponse> first = startBlockedWrite(one, write);
        write.awaitBlocked(one);
        CompletableFuture<ApiResponse> repeat = startBlockedWrite(other, write);
        write.release(one);
        assertThat(first.join().status()).isEqualTo(201);
        assertThat(repeat.join().status()).isEqualTo(201);
        assertThat(repeat.join().body()).isEqualTo(first.join().body());
        assertThat(write.executions(other)).isZero();
    }

    void assertConcurrentWritesHaveOneEffect() {
        String seller = create("/generic/seller/", "{\"uuid\": \"" + UUID.randomUUID() + "\"}");
        String product = create("/generic/product/", "{\"seller\": \"" + seller + "\"}");
        String key = UUID.randomUUID().toString();
        List<CompletableFuture<ApiResponse>> started = new ArrayList<>();
        for (int i = 0; i < REPEATS; i++) {
            started.add(startPayment(i % 2 == 0 ? one : other, product, key));
        }
        List<ApiResponse> all = started.stream().map(CompletableFuture::join).toList();
        assertThat(all).extracting(ApiResponse::status).isSubsetOf(201, 409);
        assertThat(all)
                .filteredOn(response -> response.status() == 201)
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

    /** Asserts that the other node runs the write once the claim of the dead node has expired. */
    void assertOtherNodeRunsWriteAfterCrash(BlockedWrite write, CompletableFuture<ApiResponse> first) {
        assertThat(first).failsWithin(SOON);
        ApiResponse repeat = await().atMost(SOON)
                .until(() -> startBlockedWrite(other, write).join(), response -> response.status() != 409);
        assertThat(repeat.status()).as("%s", repeat).isEqualTo(201);
        assertThat(write.executions(other)).isEqualTo(1);
    }

    static CompletableFuture<ApiResponse> startBlockedWrite(SolitudeClient client, BlockedWrite write) {
        return client.with("Idempotency-Key", write.name()).start("POST", write.path(), RequestBody.json("{}"));
    }

    private static CompletableFuture<ApiResponse> startPayment(SolitudeClient client, String product, String key) {
        return client.with("Idempotency-Key", key)
                .start(
                        "POST",
                        "/generic/transaction/",
                        RequestBody.json("{\"seller_product\": \"" + product + "\", \"source\": \"shop\"}"));
    }

    private static ApiResponse pay(SolitudeClient client, String product, String key) {
        return await().atMost(SOON)
                .until(() -> startPayment(client, product, key).join(), response -> response.status() != 409);
    }

    private String create(String path, String json) {
        ApiResponse response = one.post(path, json);
        assertThat(response.status()).as("%s", response).isEqualTo(201);
        return response.json().getString("resource_uri");
    }
}
