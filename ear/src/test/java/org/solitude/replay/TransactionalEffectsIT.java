package org.solitude.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.solitude.harness.TestServer;
import org.solitude.harness.UsesSharedServer;
import org.solitude.testkit.client.ApiResponse;
import org.solitude.testkit.client.SolitudeClient;

/** Tests that a synchronous or replayed write runs in one transaction, which a status of 400 or above rolls back. */
@UsesSharedServer
class TransactionalEffectsIT {
    private final SolitudeClient solitude = TestServer.client();
    private final String taken = "taken:" + UUID.randomUUID();

    @BeforeEach
    void createBuyerWithTakenUuid() {
        assertThat(solitude.post("/generic/buyer/", "{\"uuid\": \"" + taken + "\"}")
                        .status())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "status/200", "status/202", "status/302", "status/399"})
    void successfulWriteIsCommitted(String kind) {
        String synchronous = uuid();
        ApiResponse direct = write(solitude, kind, synchronous);
        String replayed = uuid();
        ApiResponse replay = awaitWrite(kind, replayed);
        assertThat(replay.status()).isEqualTo(direct.status()).isLessThan(400);
        assertThat(buyersWith(synchronous)).isEqualTo(1);
        assertThat(buyersWith(replayed)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "throw",
                "checked",
                "mapped",
                "status/400",
                "status/404",
                "status/422",
                "status/500",
                "status/599",
                "late",
                "given-up",
                "half-way",
                "stream",
                "huge"
            })
    void failedWriteIsRolledBack(String kind) {
        String synchronous = uuid();
        ApiResponse direct = write(solitude, kind, synchronous);
        String replayed = uuid();
        ApiResponse replay = awaitWrite(kind, replayed);
        assertThat(direct.status()).as("%s", direct).isGreaterThanOrEqualTo(400);
        assertThat(replay.status()).as("%s", replay).isEqualTo(direct.status());
        assertThat(replay.isFinal()).isTrue();
        assertThat(buyersWith(synchronous)).isZero();
        assertThat(buyersWith(replayed)).isZero();
        assertThat(buyersWith(taken)).isEqualTo(1);
    }

    @Test
    void tooLargeResponseIs500WithReason() {
        ApiResponse replay = awaitWrite("huge", uuid());
        assertThat(replay.status()).isEqualTo(500);
        assertThat(replay.json().getString("detail")).contains("larger", "16777216", "rolled back");
    }

    /** A failed write must leave no trace that prevents the client's next attempt. */
    @Test
    void sameWriteSucceedsAfterFailure() {
        String uuid = uuid();
        awaitWrite("throw", uuid);
        assertThat(awaitWrite("plain", uuid).status()).isEqualTo(201);
        assertThat(buyersWith(uuid)).isEqualTo(1);
    }

    private ApiResponse write(SolitudeClient client, String kind, String uuid) {
        return client.post("/probe/write/" + kind + "/", body(uuid));
    }

    private ApiResponse awaitWrite(String kind, String uuid) {
        return solitude.asynchronously()
                .post("/probe/write/" + kind + "/", body(uuid))
                .awaitReplay();
    }

    private String body(String uuid) {
        return "{\"uuid\": \"%s\", \"taken\": \"%s\"}".formatted(uuid, taken);
    }

    private int buyersWith(String uuid) {
        return solitude.get("/generic/buyer/?uuid=" + uuid)
                .json()
                .getJsonObject("meta")
                .getInt("total_count");
    }

    private static String uuid() {
        return UUID.randomUUID().toString();
    }
}
