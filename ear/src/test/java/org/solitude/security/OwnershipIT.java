package org.solitude.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.solitude.client.Accepted;
import org.solitude.client.Answer;
import org.solitude.client.Body;
import org.solitude.client.Solitude;
import org.solitude.harness.OnTheServer;
import org.solitude.harness.TestServer;

/** A task is its maker's and the operators'. */
@OnTheServer
class OwnershipIT {
    private final Solitude maker = TestServer.client();
    private final Solitude other = TestServer.client("other");
    private final Solitude operator = TestServer.operator();

    @ParameterizedTest
    @CsvSource({"GET, result", "GET, replay", "DELETE, result", "HEAD, result", "GET, result?x=y"})
    void anotherClientGetsWhatAnUnknownIdGets(String method, String kind) {
        Accepted task = maker.asynchronously().post("/probe/echo/", "{}");
        task.awaitResult();
        String path = kind.startsWith("replay") ? task.replay() : task.result();
        Answer foreign = other.send(method, path, Body.NONE);
        Answer unknown =
                other.send(method, path.replace(task.uuid(), UUID.randomUUID().toString()), Body.NONE);
        assertThat(foreign.status()).isEqualTo(404);
        assertThat(foreign.body()).isEqualTo(unknown.body());
        assertThat(withoutDate(foreign)).isEqualTo(withoutDate(unknown)).doesNotContainKey("solitude-async");
    }

    @Test
    void nobodyElseFindsItInAList() {
        Accepted task = maker.asynchronously().post("/probe/echo/", "{}");
        assertThat(found(other, task)).isZero();
        assertThat(found(maker, task)).isOne();
        assertThat(found(operator, task)).isOne();
    }

    @Test
    void anOperatorSeesItsOutcome() {
        Accepted task = maker.asynchronously().post("/probe/echo/", "{\"a\": 1}");
        task.awaitResult();
        assertThat(operator.get(task.result()).status()).isEqualTo(200);
        assertThat(operator.get(task.replay()).text()).isEqualTo("{\"a\": 1}");
    }

    @Test
    void anotherClientCannotCallItOff() {
        Accepted task = Accepted.of(
                maker,
                maker.with("Solitude-Async", "yes")
                        .with("Solitude-Not-Before", "3600")
                        .post("/probe/echo/", "{}"));
        assertThat(other.delete(task.result()).status()).isEqualTo(404);
        assertThat(maker.get(task.result()).json().getString("state")).isEqualTo("waiting");
        assertThat(operator.delete(task.result()).status()).isEqualTo(204);
    }

    private static int found(Solitude caller, Accepted task) {
        return caller.get("/delay/result/?uuid=" + task.uuid())
                .json()
                .getJsonArray("objects")
                .size();
    }

    private static Map<String, List<String>> withoutDate(Answer answer) {
        Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        headers.remove("date");
        return headers;
    }
}
