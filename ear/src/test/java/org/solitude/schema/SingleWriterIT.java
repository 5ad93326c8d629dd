package org.solitude.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.solitude.harness.TestDatabase;
import org.solitude.harness.TestServer;
import org.solitude.harness.UsesSharedServer;
import org.solitude.testkit.client.ApiResponse;
import org.solitude.testkit.client.SolitudeClient;

/** Tests that on H2 one transaction writes at a time, because a kill may leave half of one (docs/adr/0016). */
@UsesSharedServer
class SingleWriterIT {
    private final SolitudeClient solitude = TestServer.client();
    private final String gate = UUID.randomUUID().toString();
    private CompletableFuture<ApiResponse> first;

    @BeforeEach
    void startTransactionThatWrites() {
        first = CompletableFuture.supplyAsync(() -> write("gate/" + gate));
        await().until(() -> solitude.get("/probe/journal/gate-" + gate + "/").text(), "1"::equals);
    }

    @AfterEach
    void unblock() {
        solitude.delete("/probe/gate/" + gate + "/");
    }

    @Test
    void secondWriterWaitsOnH2Only() {
        CompletableFuture<ApiResponse> second = CompletableFuture.supplyAsync(() -> write("plain"));
        if (TestServer.running().database() instanceof TestDatabase.H2) {
            assertThat(second).failsWithin(Duration.ofSeconds(1));
            unblock();
        }
        assertThat(second.join().status()).isEqualTo(201);
        unblock();
        assertThat(first.join().status()).isEqualTo(201);
    }

    @Test
    void readerDoesNotWait() {
        assertThat(solitude.get("/generic/buyer/?limit=1").status()).isEqualTo(200);
        assertThat(first).isNotDone();
    }

    private ApiResponse write(String how) {
        return solitude.post("/probe/write/" + how + "/", "{\"uuid\": \"" + UUID.randomUUID() + "\"}");
    }
}
