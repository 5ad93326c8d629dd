package org.solitude.longpoll;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.solitude.harness.TestServer;
import org.solitude.harness.UsesSharedServer;
import org.solitude.testkit.client.AcceptedTask;
import org.solitude.testkit.client.ApiResponse;
import org.solitude.testkit.client.RequestBody;
import org.solitude.testkit.client.SolitudeClient;

/** Tests {@code Prefer: respond-async} and {@code wait=N} (RFC 7240) on writes. */
@UsesSharedServer
class PreferHeaderIT {
    private final SolitudeClient solitude = TestServer.client();
    private final String gate = "/probe/gate/" + UUID.randomUUID() + "/";

    @AfterEach
    void openTheGate() {
        solitude.delete(gate);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH"})
    void respondAsyncEqualsSolitudeAsyncHeader(String method) {
        SolitudeClient preferring = solitude.with("Prefer", "Respond-Async");
        ApiResponse response = preferring.send(method, "/probe/echo/", RequestBody.json("{}"));
        assertThat(response.status()).as("%s", response).isEqualTo(202);
        assertThat(response.header("Preference-Applied")).contains("respond-async");
        assertThat(response.every("Vary")).contains("Prefer");
        ApiResponse replay = AcceptedTask.of(solitude, response).awaitReplay();
        assertThat(replay.isFinal()).isTrue();
        ApiResponse direct = solitude.send(method, "/probe/echo/", RequestBody.json("{}"));
        assertThat(replay.status()).isEqualTo(direct.status());
        assertThat(direct.every("Vary"))
                .as("the response depends on the preference")
                .contains("Prefer");
        assertThat(direct.header("Preference-Applied")).isEmpty();
    }

    @Test
    void preferIsIgnoredOnGetAndDelete() {
        ApiResponse response = solitude.with("Prefer", "respond-async, wait=5").get("/generic/seller/");
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.header("Preference-Applied")).isEmpty();
        assertThat(solitude.with("Prefer", "respond-async").delete(gate).status())
                .isEqualTo(204);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"|respond-async, wait=30", "yes|wait=30", "yes|foo, RESPOND-ASYNC ,WAIT=\"30\""})
    void taskThatEndsWithinWaitGetsFinalResponse(@Nullable String header, String prefer) {
        String seller = "{\"uuid\": \"" + UUID.randomUUID() + "\"}";
        ApiResponse waited = withPreference(header, prefer).post("/generic/seller/", seller);
        assertThat(waited.status()).as("%s", waited).isEqualTo(201);
        assertThat(waited.every("Solitude-Async")).containsExactly("yes");
        assertThat(waited.header("Preference-Applied").orElse("")).endsWith("wait=30");
        assertThat(waited.every("Vary")).contains("Prefer");
        assertThat(waited.header("Location").orElse("")).contains("/generic/seller/");
        assertThat(waited.json().getString("uuid")).isEqualTo(seller.split("\"")[3]);
        ApiResponse repeat = withPreference(header, prefer).post("/generic/seller/", seller);
        assertThat(repeat.status()).as("a failure is also sent within the wait").isEqualTo(422);
        assertThat(repeat.every("Solitude-Async")).containsExactly("yes");
    }

    @Test
    void taskThatOutlastsWaitGets202() {
        ApiResponse response = solitude.with("Prefer", "respond-async, wait=1").post(gate, "{}");
        assertThat(response.status()).as("%s", response).isEqualTo(202);
        assertThat(response.header("Preference-Applied")).contains("respond-async, wait=1");
        assertThat(response.header("Solitude-Async")).isEmpty();
        assertThat(response.header("Location").orElse("")).contains("/delay/result/");
        AcceptedTask accepted = AcceptedTask.of(solitude, response);
        assertThat(accepted.askForResult().isNotRunYet()).isTrue();
        solitude.delete(gate);
        assertThat(accepted.awaitReplay().text()).isEqualTo("passed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "respond-async; wait=30",
                "respond-async, wait=-1",
                "respond-async, wait=soon, wait=30",
                "respond-async, wait=0",
                "respond-async, wait=1.5"
            })
    void invalidWaitIsIgnored(String prefer) {
        ApiResponse response = solitude.with("Prefer", prefer).post(gate, "{}");
        assertThat(response.status()).as("%s", response).isEqualTo(202);
        assertThat(response.header("Preference-Applied")).contains("respond-async");
        assertThat(AcceptedTask.of(solitude, response).askForResult().isNotRunYet())
                .as("the gate is still closed")
                .isTrue();
    }

    @Test
    void waitWithoutRespondAsyncIsSynchronous() {
        ApiResponse response = solitude.with("Prefer", "wait=5").post("/probe/echo/", "{\"a\": 1}");
        assertThat(response.text()).isEqualTo("{\"a\": 1}");
        assertThat(response.header("Solitude-Async")).isEmpty();
        assertThat(response.header("Preference-Applied")).isEmpty();
    }

    @Test
    void invalidRequestIsRefusedWithoutWaiting() {
        SolitudeClient preferring = solitude.with("Prefer", "respond-async, wait=30");
        assertThat(preferring.post("/probe/nothing-here/", "{}").status()).isEqualTo(404);
        assertThat(preferring
                        .send("POST", "/generic/seller/", RequestBody.of("text/plain", new byte[1]))
                        .status())
                .isEqualTo(415);
        assertThat(preferring
                        .with("Solitude-Priority", "10")
                        .post("/probe/echo/", "{}")
                        .status())
                .isEqualTo(400);
    }

    private SolitudeClient withPreference(@Nullable String header, String prefer) {
        SolitudeClient preferring = solitude.with("Prefer", prefer);
        return header == null ? preferring : preferring.with("Solitude-Async", header);
    }
}
