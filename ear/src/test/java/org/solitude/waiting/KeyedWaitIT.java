package org.solitude.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.solitude.client.Answer;
import org.solitude.client.Solitude;
import org.solitude.harness.OnTheServer;
import org.solitude.harness.TestServer;

/** A key, a preference and a wait together. */
@OnTheServer
class KeyedWaitIT {
    private final Solitude solitude = TestServer.client().with("Idempotency-Key", "\"" + UUID.randomUUID() + "\"");
    private final String seller = "{\"uuid\": \"" + UUID.randomUUID() + "\"}";

    @Test
    void aRepeatThatWaitsGetsTheSameRealResponse() {
        Solitude waiting = solitude.with("Prefer", "respond-async, wait=30");
        Answer first = waiting.post("/generic/seller/", seller);
        assertThat(first.status()).as("%s", first).isEqualTo(201);
        Answer again = waiting.post("/generic/seller/", seller);
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
        Answer first = solitude.post("/generic/seller/", seller);
        Answer again = solitude.post("/generic/seller/", seller);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.every("Vary")).isEqualTo(first.every("Vary")).containsExactly("Prefer");
    }
}
