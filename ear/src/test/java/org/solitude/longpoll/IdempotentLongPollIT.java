package org.solitude.longpoll;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.solitude.harness.TestServer;
import org.solitude.harness.UsesSharedServer;
import org.solitude.testkit.client.ApiResponse;
import org.solitude.testkit.client.SolitudeClient;

/** A key, a preference and a wait together. */
@UsesSharedServer
class IdempotentLongPollIT {
    private final SolitudeClient solitude =
            TestServer.client().with("Idempotency-Key", "\"" + UUID.randomUUID() + "\"");
    private final String seller = "{\"uuid\": \"" + UUID.randomUUID() + "\"}";

    @Test
    void aRepeatThatWaitsGetsTheSameRealResponse() {
        SolitudeClient waiting = solitude.with("Prefer", "respond-async, wait=30");
        ApiResponse first = waiting.post("/generic/seller/", seller);
        assertThat(first.status()).as("%s", first).isEqualTo(201);
        ApiResponse again = waiting.post("/generic/seller/", seller);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(solitude.with("Prefer", "respond-async")
                        .post("/generic/seller/", seller)
                        .status())
                .as("without a wait it is the 202 still")
                .isEqualTo(202);
    }

    @Test
    void aKeptAnswerSaysOnceThatAPreferenceWouldHaveChangedIt() {
        ApiResponse first = solitude.post("/generic/seller/", seller);
        ApiResponse again = solitude.post("/generic/seller/", seller);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.every("Vary")).isEqualTo(first.every("Vary")).containsExactly("Prefer");
    }
}
