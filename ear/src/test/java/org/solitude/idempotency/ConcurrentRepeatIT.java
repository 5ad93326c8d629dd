package org.solitude.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.solitude.harness.TestServer;
import org.solitude.harness.UsesSharedServer;
import org.solitude.submission.TaskCount;
import org.solitude.testkit.client.AcceptedTask;
import org.solitude.testkit.client.ApiResponse;
import org.solitude.testkit.client.RequestBody;
import org.solitude.testkit.client.SolitudeClient;

/** Tests concurrent writes with the same key: 50 with every build, another number with {@code -Dsolitude.repeats}. */
@UsesSharedServer
class ConcurrentRepeatIT {
    private static final int REPEATS = Integer.getInteger("solitude.repeats", 50);

    private static final Duration SOON = Duration.ofMinutes(1);

    private final SolitudeClient solitude = TestServer.client();
    private final SolitudeClient keyed =
            solitude.with("Idempotency-Key", UUID.randomUUID().toString());
    private final String seller = create("/generic/seller/", "{\"uuid\": \"" + UUID.randomUUID() + "\"}");
    private final String product = create("/generic/product/", "{\"seller\": \"" + seller + "\"}");

    @Test
    void concurrentAsyncWritesMakeOneTaskAndOneEffect() {
        int before = new TaskCount(solitude).count();
        List<ApiResponse> responses = sendAll(keyed.with("Solitude-Async", "yes"));
        assertThat(responses).extracting(ApiResponse::status).containsOnly(202);
        assertThat(responses)
                .extracting(ApiResponse::text)
                .containsOnly(responses.get(0).text());
        assertThat(new TaskCount(solitude).count()).isEqualTo(before + 1);
        assertThat(AcceptedTask.of(solitude, responses.get(0)).awaitReplay().status())
                .isEqualTo(201);
        assertThat(transactions()).isEqualTo(1);
    }

    @Test
    void concurrentSynchronousWritesHaveOneEffectAndOneResponse() {
        List<ApiResponse> responses = sendAll(keyed);
        assertThat(responses).extracting(ApiResponse::status).containsOnly(201);
        assertThat(responses)
                .extracting(ApiResponse::text)
                .containsOnly(responses.get(0).text());
        assertThat(transactions()).isEqualTo(1);
    }

    /** The first write decides whether all get the 202 or the response. */
    @Test
    void concurrentSynchronousAndAsyncWritesHaveOneEffect() {
        List<ApiResponse> responses = Stream.of(keyed, keyed.with("Solitude-Async", "yes"))
                .parallel()
                .map(ConcurrentRepeatIT.this::sendAll)
                .flatMap(List::stream)
                .toList();
        assertThat(responses)
                .extracting(ApiResponse::status)
                .containsOnly(responses.get(0).status());
        assertThat(responses)
                .extracting(ApiResponse::text)
                .containsOnly(responses.get(0).text());
        if (responses.get(0).status() == 202) {
            AcceptedTask.of(solitude, responses.get(0)).awaitReplay();
        }
        assertThat(transactions()).isEqualTo(1);
    }

    private List<ApiResponse> sendAll(SolitudeClient client) {
        List<CompletableFuture<ApiResponse>> started =
                Stream.generate(() -> start(client)).limit(REPEATS).toList();
        return started.stream()
                .map(CompletableFuture::join)
                .map(response -> response.status() == 409 ? repeatUntilAnswered(client) : response)
                .toList();
    }

    /** Repeats a write after a 409, which a repeat gets if the first write takes longer than the repeat waits. */
    private ApiResponse repeatUntilAnswered(SolitudeClient client) {
        return await().atMost(SOON).until(() -> start(client).join(), response -> response.status() != 409);
    }

    private CompletableFuture<ApiResponse> start(SolitudeClient client) {
        return client.start(
                "POST",
                "/generic/transaction/",
                RequestBody.json("{\"seller_product\": \"" + product + "\", \"provider\": \"reference\"}"));
    }

    private int transactions() {
        return solitude.get("/generic/transaction/?seller=" + seller)
                .json()
                .getJsonObject("meta")
                .getInt("total_count");
    }

    private String create(String path, String json) {
        ApiResponse response = solitude.post(path, json);
        assertThat(response.status()).as("%s", response).isEqualTo(201);
        return response.json().getString("resource_uri");
    }
}
