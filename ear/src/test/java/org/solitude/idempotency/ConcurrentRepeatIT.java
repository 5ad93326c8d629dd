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

/** One key, sent many times at once: 50 with every build, as many as you like with {@code -Dsolitude.repeats}. */
@UsesSharedServer
class ConcurrentRepeatIT {
    private static final int REPEATS = Integer.getInteger("solitude.repeats", 50);

    private static final Duration SOON = Duration.ofMinutes(1);

    private final SolitudeClient solitude = TestServer.client();
    private final SolitudeClient keyed =
            solitude.with("Idempotency-Key", UUID.randomUUID().toString());
    private final String seller = made("/generic/seller/", "{\"uuid\": \"" + UUID.randomUUID() + "\"}");
    private final String product = made("/generic/product/", "{\"seller\": \"" + seller + "\"}");

    @Test
    void delayedItIsOneTaskAndOneEffect() {
        int before = new TaskCount(solitude).number();
        List<ApiResponse> answers = all(keyed.with("Solitude-Async", "yes"));
        assertThat(answers).extracting(ApiResponse::status).containsOnly(202);
        assertThat(answers)
                .extracting(ApiResponse::text)
                .containsOnly(answers.get(0).text());
        assertThat(new TaskCount(solitude).number()).isEqualTo(before + 1);
        assertThat(AcceptedTask.of(solitude, answers.get(0)).awaitReplay().status())
                .isEqualTo(201);
        assertThat(transactions()).isEqualTo(1);
    }

    @Test
    void notDelayedItIsOneEffectAndOneAnswer() {
        List<ApiResponse> answers = all(keyed);
        assertThat(answers).extracting(ApiResponse::status).containsOnly(201);
        assertThat(answers)
                .extracting(ApiResponse::text)
                .containsOnly(answers.get(0).text());
        assertThat(transactions()).isEqualTo(1);
    }

    /** Both at once: whichever is first decides for all. */
    @Test
    void inBothWaysAtOnceItIsOneEffect() {
        List<ApiResponse> answers = Stream.of(keyed, keyed.with("Solitude-Async", "yes"))
                .parallel()
                .map(ConcurrentRepeatIT.this::all)
                .flatMap(List::stream)
                .toList();
        assertThat(answers)
                .extracting(ApiResponse::status)
                .containsOnly(answers.get(0).status());
        assertThat(answers)
                .extracting(ApiResponse::text)
                .containsOnly(answers.get(0).text());
        if (answers.get(0).status() == 202) {
            AcceptedTask.of(solitude, answers.get(0)).awaitReplay();
        }
        assertThat(transactions()).isEqualTo(1);
    }

    private List<ApiResponse> all(SolitudeClient client) {
        List<CompletableFuture<ApiResponse>> started =
                Stream.generate(() -> write(client)).limit(REPEATS).toList();
        return started.stream()
                .map(CompletableFuture::join)
                .map(answer -> answer.status() == 409 ? later(client) : answer)
                .toList();
    }

    /** Where the first call takes longer than a repeat waits, the repeat is told so, and is sent again. */
    private ApiResponse later(SolitudeClient client) {
        return await().atMost(SOON).until(() -> write(client).join(), answer -> answer.status() != 409);
    }

    private CompletableFuture<ApiResponse> write(SolitudeClient client) {
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

    private String made(String path, String json) {
        ApiResponse answer = solitude.post(path, json);
        assertThat(answer.status()).as("%s", answer).isEqualTo(201);
        return answer.json().getString("resource_uri");
    }
}
