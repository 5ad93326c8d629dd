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

/** One request, one unit of work, in both modes: a response of 400 and above leaves nothing behind. */
@UsesSharedServer
class TransactionalEffectsIT {
    private final SolitudeClient solitude = TestServer.client();
    private final String taken = "taken:" + UUID.randomUUID();

    @BeforeEach
    void takeTheUuid() {
        assertThat(solitude.post("/generic/buyer/", "{\"uuid\": \"" + taken + "\"}")
                        .status())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "status/200", "status/202", "status/302", "status/399"})
    void successLeavesItsEffects(String what) {
        String synchronous = uuid();
        ApiResponse real = write(solitude, what, synchronous);
        String replayed = uuid();
        ApiResponse replay = awaitWrite(what, replayed);
        assertThat(replay.status()).isEqualTo(real.status()).isLessThan(400);
        assertThat(number(synchronous)).isEqualTo(1);
        assertThat(number(replayed)).isEqualTo(1);
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
    void failureLeavesNothing(String what) {
        String synchronous = uuid();
        ApiResponse real = write(solitude, what, synchronous);
        String replayed = uuid();
        ApiResponse replay = awaitWrite(what, replayed);
        assertThat(real.status()).as("%s", real).isGreaterThanOrEqualTo(400);
        assertThat(replay.status()).as("%s", replay).isEqualTo(real.status());
        assertThat(replay.isFinal()).isTrue();
        assertThat(number(synchronous)).isZero();
        assertThat(number(replayed)).isZero();
        assertThat(number(taken)).isEqualTo(1);
    }

    @Test
    void aResponseThatIsTooLargeIsAnErrorThatSaysSo() {
        ApiResponse replay = awaitWrite("huge", uuid());
        assertThat(replay.status()).isEqualTo(500);
        assertThat(replay.json().getString("detail")).contains("larger", "16777216", "no effects");
    }

    /** A client's retry after a failure must find the field as it was. */
    @Test
    void afterAFailureTheSameWriteSucceeds() {
        String uuid = uuid();
        awaitWrite("throw", uuid);
        assertThat(awaitWrite("plain", uuid).status()).isEqualTo(201);
        assertThat(number(uuid)).isEqualTo(1);
    }

    private ApiResponse write(SolitudeClient client, String what, String uuid) {
        return client.post("/probe/write/" + what + "/", body(uuid));
    }

    private ApiResponse awaitWrite(String what, String uuid) {
        return solitude.asynchronously()
                .post("/probe/write/" + what + "/", body(uuid))
                .awaitReplay();
    }

    private String body(String uuid) {
        return "{\"uuid\": \"%s\", \"taken\": \"%s\"}".formatted(uuid, taken);
    }

    private int number(String uuid) {
        return solitude.get("/generic/buyer/?uuid=" + uuid)
                .json()
                .getJsonObject("meta")
                .getInt("total_count");
    }

    private static String uuid() {
        return UUID.randomUUID().toString();
    }
}
