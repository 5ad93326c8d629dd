package org.solitude.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
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

/** Tests that only the owner of a task and operators can see and cancel it. */
@UsesSharedServer
class OwnershipIT {
    private static final int WARM_UP = 100;
    private static final int SAMPLES = 300;

    private final SolitudeClient owner = TestServer.client();
    private final SolitudeClient other = TestServer.client("other");
    private final SolitudeClient operator = TestServer.operator();

    @ParameterizedTest
    @CsvSource({"GET, result", "GET, replay", "DELETE, result", "HEAD, result", "GET, result?x=y"})
    void foreignTaskIsAnsweredLikeUnknownId(String method, String kind) {
        AcceptedTask task = owner.asynchronously().post("/probe/echo/", "{}");
        task.awaitResult();
        String path = kind.startsWith("replay") ? task.replay() : task.result();
        ApiResponse foreign = other.send(method, path, RequestBody.NONE);
        ApiResponse unknown =
                other.send(method, path.replace(task.uuid(), UUID.randomUUID().toString()), RequestBody.NONE);
        assertThat(foreign.status()).isEqualTo(404);
        assertThat(foreign.body()).isEqualTo(unknown.body());
        assertThat(withoutDate(foreign)).isEqualTo(withoutDate(unknown)).doesNotContainKey("solitude-async");
    }

    /**
     * Alternates the two kinds of polls, so that other load on this machine slows both. The bound is the spread of one
     * kind of response: a smaller difference reveals nothing.
     */
    @ParameterizedTest
    @ValueSource(strings = {"result", "replay"})
    void responseTimeDoesNotRevealForeignTask(String kind) {
        AcceptedTask task = owner.asynchronously().post("/probe/echo/", "{\"a\": \"" + "x".repeat(100_000) + "\"}");
        task.awaitResult();
        String foreign = "/delay/" + kind + "/" + task.uuid() + "/";
        long[] foreignTimes = new long[SAMPLES];
        long[] unknownTimes = new long[SAMPLES];
        for (int i = -WARM_UP; i < SAMPLES; i++) {
            long first = nanoseconds(foreign);
            long second = nanoseconds("/delay/" + kind + "/" + UUID.randomUUID() + "/");
            if (i >= 0) {
                foreignTimes[i] = first;
                unknownTimes[i] = second;
            }
        }
        Arrays.sort(foreignTimes);
        Arrays.sort(unknownTimes);
        long spread = unknownTimes[SAMPLES * 3 / 4] - unknownTimes[SAMPLES / 4];
        assertThat(foreignTimes[SAMPLES / 2])
                .as("median in ns; the middle half of the responses for unknown ids spreads over %d ns", spread)
                .isBetween(unknownTimes[SAMPLES / 2] - spread, unknownTimes[SAMPLES / 2] + spread);
    }

    private long nanoseconds(String path) {
        long before = System.nanoTime();
        assertThat(other.get(path).status()).isEqualTo(404);
        return System.nanoTime() - before;
    }

    @Test
    void listShowsOwnTasksOnly() {
        AcceptedTask task = owner.asynchronously().post("/probe/echo/", "{}");
        assertThat(count(other, task)).isZero();
        assertThat(count(owner, task)).isOne();
        assertThat(count(operator, task)).isOne();
    }

    @Test
    void operatorSeesForeignTask() {
        AcceptedTask task = owner.asynchronously().post("/probe/echo/", "{\"a\": 1}");
        task.awaitResult();
        assertThat(operator.get(task.result()).status()).isEqualTo(200);
        assertThat(operator.get(task.replay()).text()).isEqualTo("{\"a\": 1}");
    }

    @Test
    void foreignTaskCannotBeCancelled() {
        AcceptedTask task = AcceptedTask.of(
                owner,
                owner.with("Solitude-Async", "yes")
                        .with("Solitude-Not-Before", "3600")
                        .post("/probe/echo/", "{}"));
        assertThat(other.delete(task.result()).status()).isEqualTo(404);
        assertThat(owner.get(task.result()).json().getString("state")).isEqualTo("waiting");
        assertThat(operator.delete(task.result()).status()).isEqualTo(204);
    }

    private static int count(SolitudeClient caller, AcceptedTask task) {
        return caller.get("/delay/result/?uuid=" + task.uuid())
                .json()
                .getJsonArray("objects")
                .size();
    }

    private static Map<String, List<String>> withoutDate(ApiResponse response) {
        Map<String, List<String>> headers = new TreeMap<>(response.headers().map());
        headers.remove("date");
        return headers;
    }
}
