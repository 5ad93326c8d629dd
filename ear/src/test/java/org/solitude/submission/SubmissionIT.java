package org.solitude.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.solitude.harness.ProblemAssertions;
import org.solitude.harness.TestServer;
import org.solitude.harness.UsesSharedServer;
import org.solitude.testkit.client.AcceptedTask;
import org.solitude.testkit.client.ApiResponse;
import org.solitude.testkit.client.RequestBody;
import org.solitude.testkit.client.SolitudeClient;

/** One header, and a write is accepted: when, and with which words. */
@UsesSharedServer
class SubmissionIT {
    private static final String TASK = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

    private final SolitudeClient solitude = TestServer.client();
    private final TaskCount tasks = new TaskCount(solitude);

    @ParameterizedTest
    @ValueSource(strings = {"yes", "no", "0", "false", "any value; at=all"})
    void anyNonEmptyValueMakesTask(String value) {
        ApiResponse answer = solitude.with("Solitude-Async", value).post("/probe/echo/", "{}");
        assertThat(AcceptedTask.of(solitude, answer).awaitReplay().text()).isEqualTo("{}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t"})
    void emptyValueMakesNoTask(String value) {
        ApiResponse answer =
                tasks.assertNoTaskCreated(() -> solitude.with("Solitude-Async", value).post("/probe/echo/", "{}"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Solitude-Async")).isEmpty();
        assertThat(answer.text()).isEqualTo("{}");
    }

    @Test
    void withoutHeaderWriteIsSynchronous() {
        ApiResponse answer = tasks.assertNoTaskCreated(() -> solitude.post("/probe/echo/", "{\"a\": 1}"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("{\"a\": 1}");
        assertThat(answer.header("Solitude-Async")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH"})
    void everyWriteMethodCanBeDelayed(String method) {
        var accepted = solitude.asynchronously().send(method, "/probe/echo/", RequestBody.json("{\"m\": 1}"));
        assertThat(accepted.awaitReplay().text()).isEqualTo("{\"m\": 1}");
        assertThat(accepted.awaitResult().json().getString("method")).isEqualTo(method);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "DELETE"})
    void otherMethodsAre405(String method) {
        ApiResponse answer = tasks.assertNoTaskCreated(
                () -> solitude.with("Solitude-Async", "yes").send(method, "/generic/buyer/", RequestBody.NONE));
        ProblemAssertions.assertProblem(answer, 405);
        assertThat(answer.every("Allow")).as("%s", answer).isNotEmpty();
    }

    @Test
    void pollWithHeaderIs405() {
        var accepted = solitude.asynchronously().post("/probe/echo/", "{}");
        ApiResponse answer = solitude.with("Solitude-Async", "yes").get(accepted.result());
        assertThat(answer.status()).isEqualTo(405);
    }

    @Test
    void acceptedBodyHasExactlyTwoUrls() {
        var answer = solitude.with("Solitude-Async", "yes").post("/probe/echo/", "{}");
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.header("Content-Type").orElse("")).startsWith("application/json");
        assertThat(answer.json().keySet()).containsExactlyInAnyOrder("replay", "result");
        assertThat(answer.json().getString("replay")).matches("/delay/replay/" + TASK + "/");
        assertThat(answer.json().getString("result")).matches("/delay/result/" + TASK + "/");
        assertThat(uuidIn(answer.json().getString("replay")))
                .isEqualTo(uuidIn(answer.json().getString("result")));
    }

    @Test
    void acceptedHeadersHaveLocationAndRetryAfter() {
        ApiResponse answer = solitude.with("Solitude-Async", "yes").post("/probe/echo/", "{}");
        URI location = URI.create(answer.header("Location").orElseThrow());
        assertThat(solitude.base().resolve(location))
                .isEqualTo(solitude.base().resolve(answer.json().getString("result")));
        assertThat(answer.header("Retry-After").orElse("")).matches("\\d+");
    }

    @Test
    void equalRequestsAreTwoTasks() {
        var one = solitude.asynchronously().post("/probe/echo/", "{}");
        var other = solitude.asynchronously().post("/probe/echo/", "{}");
        assertThat(one.uuid()).isNotEqualTo(other.uuid());
    }

    @Test
    void pathWorksWithoutTrailingSlash() {
        var accepted = solitude.asynchronously().post("/probe/echo", "{\"slash\": false}");
        assertThat(accepted.awaitReplay().text()).isEqualTo("{\"slash\": false}");
        assertThat(solitude.get(accepted.result().replaceAll("/$", "")).status())
                .isEqualTo(200);
        assertThat(solitude.get(accepted.replay().replaceAll("/$", "")).text()).isEqualTo("{\"slash\": false}");
    }

    /** Who can only read the answer's body later must get what the resource said, once and not twice. */
    @Test
    void resourceIsCalledOnce() {
        String journal = "/probe/journal/once-" + UUID.randomUUID() + "/";
        var accepted = solitude.asynchronously().post(journal, "{}");
        assertThat(accepted.awaitReplay().text()).isEqualTo("1");
        assertThat(accepted.awaitReplay().text()).isEqualTo("1");
        assertThat(solitude.get(journal).text()).isEqualTo("1");
    }

    private static String uuidIn(String url) {
        return url.replaceAll("^.*/([^/]+)/$", "$1");
    }
}
