package org.solitude.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.solitude.resources.ViolationAssertions.assertViolations;
import static org.solitude.resources.ViolationAssertions.document;
import static org.solitude.resources.ViolationAssertions.json;
import static org.solitude.resources.ViolationAssertions.uniqueName;

import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.solitude.harness.TestServer;
import org.solitude.harness.UsesSharedServer;
import org.solitude.testkit.client.ApiResponse;
import org.solitude.testkit.client.SolitudeClient;

/** Tests that PINs are set, confirmed, verified and reset, and that wrong PINs lock a buyer out. */
@UsesSharedServer
class PinIT {

    private static final String CONFIRM = "/generic/confirm_pin/";
    private static final String VERIFY = "/generic/verify_pin/";
    private static final String CONFIRM_RESET = "/generic/reset_confirm_pin/";

    private final SolitudeClient solitude = TestServer.client();
    private final String uuid = uniqueName("buyer");
    private String uri = "";

    @BeforeEach
    void createBuyerWithPin() {
        uri = document(solitude.post("/generic/buyer/", pinRequest("1234")), 201)
                .getString("resource_uri");
    }

    @ParameterizedTest
    @EnumSource(CallMode.class)
    void pinIsConfirmedAndThenVerified(CallMode mode) {
        assertThat(mode.post(VERIFY, pinRequest("1234")).text())
                .isEqualTo(json("{'locked':false,'uuid':'%s','valid':false}", uuid));
        assertThat(mode.post(CONFIRM, pinRequest("1234")).text())
                .isEqualTo(json("{'confirmed':true,'uuid':'%s'}", uuid));
        assertThat(mode.post(VERIFY, pinRequest("1234")).text())
                .isEqualTo(json("{'locked':false,'uuid':'%s','valid':true}", uuid));
        assertThat(buyer().getInt("pin_failures")).isZero();
        assertThat(document(mode.patch(uri, json("{'pin': '5678'}")), 200).getBoolean("pin_confirmed"))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(CallMode.class)
    void wrongConfirmationRevokesConfirmationAndCounts(CallMode mode) {
        mode.post(CONFIRM, pinRequest("1234"));
        assertThat(document(mode.post(CONFIRM, pinRequest("4321")), 200).getBoolean("confirmed"))
                .isFalse();
        assertThat(buyer().getBoolean("pin_confirmed")).isFalse();
        assertThat(buyer().getInt("pin_failures")).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(CallMode.class)
    void pinIsReset(CallMode mode) {
        mode.patch(uri, json("{'needs_pin_reset': true}"));
        assertThat(document(mode.patch(uri, json("{'new_pin': '5678'}")), 200).getBoolean("new_pin"))
                .isTrue();
        assertThat(document(mode.post(CONFIRM_RESET, pinRequest("1234")), 200).getBoolean("confirmed"))
                .isFalse();
        assertThat(buyer().getInt("pin_failures")).isEqualTo(1);
        assertThat(document(mode.post(CONFIRM_RESET, pinRequest("5678")), 200).getBoolean("confirmed"))
                .isTrue();
        assertThat(buyer().getBoolean("needs_pin_reset")).isFalse();
        assertThat(buyer().getBoolean("new_pin")).isFalse();
        assertThat(document(mode.post(VERIFY, pinRequest("5678")), 200).getBoolean("valid"))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(CallMode.class)
    void onlyFiveOfFiftyConcurrentWrongPinsAreChecked(CallMode mode) {
        solitude.post(CONFIRM, pinRequest("1234"));
        ExecutorService threads = Executors.newFixedThreadPool(50);
        List<CompletableFuture<ApiResponse>> guesses = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> mode.post(VERIFY, pinRequest("0000")), threads))
                .limit(50)
                .toList();
        List<JsonObject> responses =
                guesses.stream().map(guess -> document(guess.join(), 200)).toList();
        threads.shutdown();
        assertThat(responses).noneMatch(response -> response.getBoolean("valid"));
        assertThat(responses.stream().filter(response -> !response.getBoolean("locked")))
                .hasSize(4);
        assertThat(buyer().getInt("pin_failures")).isEqualTo(5);
        assertThat(buyer().getBoolean("pin_is_locked_out")).isTrue();
        assertThat(buyer().getBoolean("pin_was_locked_out")).isTrue();
        JsonObject correct = document(solitude.post(VERIFY, pinRequest("1234")), 200);
        assertThat(correct.getBoolean("valid")).isFalse();
        assertThat(correct.getBoolean("locked")).isTrue();
    }

    /**
     * Compares the fastest of four guesses each, fewer than lock a buyer out. The guesses alternate, so that a busy
     * machine slows both; the fastest has the least noise.
     */
    @ParameterizedTest
    @ValueSource(strings = {CONFIRM, VERIFY, CONFIRM_RESET})
    void timeOfGuessDoesNotRevealWhetherPinExists(String path) {
        solitude.patch(uri, json("{'new_pin': '5678'}"));
        String other = uniqueName("buyer");
        document(solitude.post("/generic/buyer/", json("{'uuid': '%s'}", other)), 201);
        long withPin = Long.MAX_VALUE;
        long withoutPin = Long.MAX_VALUE;
        for (int guess = 0; guess < 4; guess++) {
            withPin = Math.min(withPin, timeOf(path, pinRequest("0000")));
            withoutPin = Math.min(withoutPin, timeOf(path, json("{'uuid': '%s', 'pin': '0000'}", other)));
        }
        assertThat((double) withoutPin / withPin)
                .as("%d ns without a PIN, %d ns with one", withoutPin, withPin)
                .isBetween(0.5, 2.0);
    }

    /** A hash of two million iterations takes seconds, in which nobody else must wait for the buyer. */
    @ParameterizedTest
    @EnumSource(CallMode.class)
    void rowIsNotLockedWhilePinIsCompared(CallMode mode) throws SQLException {
        solitude.post(CONFIRM, pinRequest("1234"));
        try (Connection database = TestServer.running().database().connect()) {
            update(database, "update buyer set pin = replace(pin, ':50000:', ':2000000:') where uuid = ?");
            CompletableFuture<ApiResponse> guess =
                    CompletableFuture.supplyAsync(() -> mode.post(VERIFY, pinRequest("1234")));
            await().pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(20))
                    .during(Duration.ofMillis(500))
                    .until(() -> !guess.isDone()
                            && update(database, "select id from buyer where uuid = ? for update nowait"));
            assertThat(document(guess.join(), 200).getBoolean("valid"))
                    .as("the hash of another number of iterations is another one")
                    .isFalse();
        }
    }

    private boolean update(Connection database, String sql) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement(sql)) {
            statement.setString(1, uuid);
            return statement.execute() || statement.getUpdateCount() == 1;
        }
    }

    private long timeOf(String path, String guess) {
        long start = System.nanoTime();
        document(solitude.post(path, guess), 200);
        return System.nanoTime() - start;
    }

    @ParameterizedTest
    @ValueSource(strings = {CONFIRM, VERIFY, CONFIRM_RESET})
    void malformedPinDoesNotCountAsGuess(String path) {
        assertViolations(solitude.post(path, pinRequest("12a")), "pin=PIN_4_NUMBERS_LONG,PIN_ONLY_NUMBERS");
        assertViolations(solitude.post(path, "{}"), "uuid=FIELD_REQUIRED", "pin=FIELD_REQUIRED");
        assertViolations(solitude.post(path, json("{'uuid': '%s', 'pin': 1234}", uuid)), "pin=WRONG_TYPE");
        assertThat(solitude.post(path, json("{'uuid': 'nobody', 'pin': '1234'}"))
                        .status())
                .isEqualTo(404);
        assertThat(buyer().getInt("pin_failures")).isZero();
    }

    private JsonObject buyer() {
        return solitude.get(uri).json();
    }

    private String pinRequest(String pin) {
        return json("{'uuid': '%s', 'pin': '%s'}", uuid, pin);
    }
}
