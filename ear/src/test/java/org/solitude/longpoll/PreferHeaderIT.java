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

/** {@code Prefer} on a write (RFC 7240): asynchronous by preference, and held for a while where the client likes that. */
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
    void respondAsyncIsTheSameAsTheHeader(String method) {
        SolitudeClient preferring = solitude.with("Prefer", "Respond-Async");
        ApiResponse answer = preferring.send(method, "/probe/echo/", RequestBody.json("{}"));
        assertThat(answer.status()).as("%s", answer).isEqualTo(202);
        assertThat(answer.header("Preference-Applied")).contains("respond-async");
        assertThat(answer.every("Vary")).contains("Prefer");
        ApiResponse replay = AcceptedTask.of(solitude, answer).awaitReplay();
        assertThat(replay.isFinal()).isTrue();
        ApiResponse direct = solitude.send(method, "/probe/echo/", RequestBody.json("{}"));
        assertThat(replay.status()).isEqualTo(direct.status());
        assertThat(direct.every("Vary"))
                .as("a preference would have changed it")
                .contains("Prefer");
        assertThat(direct.header("Preference-Applied")).isEmpty();
    }

    @Test
    void onAReadItIsIgnored() {
        ApiResponse answer = solitude.with("Prefer", "respond-async, wait=5").get("/generic/seller/");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Preference-Applied")).isEmpty();
        assertThat(solitude.with("Prefer", "respond-async").delete(gate).status())
                .isEqualTo(204);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"|respond-async, wait=30", "yes|wait=30", "yes|foo, RESPOND-ASYNC ,WAIT=\"30\""})
    void doneInTimeItIsTheRealResponse(@Nullable String header, String prefer) {
        String seller = "{\"uuid\": \"" + UUID.randomUUID() + "\"}";
        ApiResponse held = held(header, prefer).post("/generic/seller/", seller);
        assertThat(held.status()).as("%s", held).isEqualTo(201);
        assertThat(held.every("Solitude-Async")).containsExactly("yes");
        assertThat(held.header("Preference-Applied").orElse("")).endsWith("wait=30");
        assertThat(held.every("Vary")).contains("Prefer");
        assertThat(held.header("Location").orElse("")).contains("/generic/seller/");
        assertThat(held.json().getString("uuid")).isEqualTo(seller.split("\"")[3]);
        ApiResponse again = held(header, prefer).post("/generic/seller/", seller);
        assertThat(again.status()).as("what fails, fails the same way").isEqualTo(422);
        assertThat(again.every("Solitude-Async")).containsExactly("yes");
    }

    @Test
    void notDoneInTimeItIsThe202() {
        ApiResponse answer = solitude.with("Prefer", "respond-async, wait=1").post(gate, "{}");
        assertThat(answer.status()).as("%s", answer).isEqualTo(202);
        assertThat(answer.header("Preference-Applied")).contains("respond-async, wait=1");
        assertThat(answer.header("Solitude-Async")).isEmpty();
        assertThat(answer.header("Location").orElse("")).contains("/delay/result/");
        AcceptedTask accepted = AcceptedTask.of(solitude, answer);
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
    void whatIsNoWaitIsNoWait(String prefer) {
        ApiResponse answer = solitude.with("Prefer", prefer).post(gate, "{}");
        assertThat(answer.status()).as("%s", answer).isEqualTo(202);
        assertThat(answer.header("Preference-Applied")).contains("respond-async");
        assertThat(AcceptedTask.of(solitude, answer).askForResult().isNotRunYet())
                .as("the gate is closed still")
                .isTrue();
    }

    @Test
    void waitAloneDelaysNothing() {
        ApiResponse answer = solitude.with("Prefer", "wait=5").post("/probe/echo/", "{\"a\": 1}");
        assertThat(answer.text()).isEqualTo("{\"a\": 1}");
        assertThat(answer.header("Solitude-Async")).isEmpty();
        assertThat(answer.header("Preference-Applied")).isEmpty();
    }

    @Test
    void whatCanBeRefusedIsRefusedWithoutWaiting() {
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

    private SolitudeClient held(@Nullable String header, String prefer) {
        SolitudeClient preferring = solitude.with("Prefer", prefer);
        return header == null ? preferring : preferring.with("Solitude-Async", header);
    }
}
