package org.solitude.longpoll;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.solitude.harness.TestServer;
import org.solitude.harness.UsesSharedServer;
import org.solitude.testkit.client.ApiResponse;
import org.solitude.testkit.client.SolitudeClient;

/** Tests {@code Idempotency-Key} and {@code Prefer} on the same write. */
@UsesSharedServer
class IdempotentLongPollIT {
    private final SolitudeClient solitude =
            TestServer.client().with("Idempotency-Key", "\"" + UUID.randomUUID() + "\"");
    private final String seller = "{\"uuid\": \"" + UUID.randomUUID() + "\"}";

    @Test
    void repeatWithWaitGetsSameFinalResponse() {
        SolitudeClient waiting = solitude.with("Prefer", "respond-async, wait=30");
        ApiResponse first = waiting.post("/generic/seller/", seller);
        assertThat(first.status()).as("%s", first).isEqualTo(201);
        ApiResponse repeat = waiting.post("/generic/seller/", seller);
        assertThat(repeat.status()).isEqualTo(201);
        assertThat(repeat.body()).isEqualTo(first.body());
        assertThat(repeat.header("Location")).isEqualTo(first.header("Location"));
        assertThat(solitude.with("Prefer", "respond-async")
                        .post("/generic/seller/", seller)
                        .status())
                .as("without a wait the repeat gets the 202")
                .isEqualTo(202);
    }

    @Test
    void storedResponseHasOneVaryHeader() {
        ApiResponse first = solitude.post("/generic/seller/", seller);
        ApiResponse repeat = solitude.post("/generic/seller/", seller);
        assertThat(repeat.status()).isEqualTo(201);
        assertThat(repeat.every("Vary")).isEqualTo(first.every("Vary")).containsExactly("Prefer", "Accept-Encoding");
    }
}
