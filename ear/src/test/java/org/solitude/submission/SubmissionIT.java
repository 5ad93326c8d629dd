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

/** Tests when the header {@code Solitude-Async} makes a task of a write, and the 202 it gets. */
@UsesSharedServer
class SubmissionIT {
    private static final String UUID_PATTERN = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

    private final SolitudeClient solitude = TestServer.client();
    private final TaskCount tasks = new TaskCount(solitude);

    @ParameterizedTest
    @ValueSource(strings = {"yes", "no", "0", "false", "any value; at=all"})
    void anyNonEmptyValueMakesTask(String value) {
        ApiResponse response = solitude.with("Solitude-Async", value).post("/probe/echo/", "{}");
        assertThat(AcceptedTask.of(solitude, response).awaitReplay().text()).isEqualTo("{}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t"})
    void emptyValueMakesNoTask(String value) {
        ApiResponse response = tasks.assertNoTaskCreated(
                () -> solitude.with("Solitude-Async", value).post("/probe/echo/", "{}"));
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.header("Solitude-Async")).isEmpty();
        assertThat(response.text()).isEqualTo("{}");
    }

    @Test
    void withoutHeaderWriteIsSynchronous() {
        ApiResponse response = tasks.assertNoTaskCreated(() -> solitude.post("/probe/echo/", "{\"a\": 1}"));
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.text()).isEqualTo("{\"a\": 1}");
        assertThat(response.header("Solitude-Async")).isEmpty();
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
        ApiResponse response = tasks.assertNoTaskCreated(
                () -> solitude.with("Solitude-Async", "yes").send(method, "/generic/buyer/", RequestBody.NONE));
        ProblemAssertions.assertProblem(response, 405);
        assertThat(response.every("Allow")).as("%s", response).isNotEmpty();
    }

    @Test
    void pollWithHeaderIs405() {
        var accepted = solitude.asynchronously().post("/probe/echo/", "{}");
        ApiResponse response = solitude.with("Solitude-Async", "yes").get(accepted.result());
        assertThat(response.status()).isEqualTo(405);
    }

    @Test
    void acceptedBodyHasExactlyTwoUrls() {
        var response = solitude.with("Solitude-Async", "yes").post("/probe/echo/", "{}");
        assertThat(response.status()).isEqualTo(202);
        assertThat(response.header("Content-Type").orElse("")).startsWith("application/json");
        assertThat(response.json().keySet()).containsExactlyInAnyOrder("replay", "result");
        assertThat(response.json().getString("replay")).matches("/delay/replay/" + UUID_PATTERN + "/");
        assertThat(response.json().getString("result")).matches("/delay/result/" + UUID_PATTERN + "/");
        assertThat(uuidIn(response.json().getString("replay")))
                .isEqualTo(uuidIn(response.json().getString("result")));
    }

    @Test
    void acceptedHeadersHaveLocationAndRetryAfter() {
        ApiResponse response = solitude.with("Solitude-Async", "yes").post("/probe/echo/", "{}");
        URI location = URI.create(response.header("Location").orElseThrow());
        assertThat(solitude.base().resolve(location))
                .isEqualTo(solitude.base().resolve(response.json().getString("result")));
        assertThat(response.header("Retry-After").orElse("")).matches("\\d+");
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

    /** Reading the replay twice must not call the resource twice. */
    @Test
    void resourceIsCalledOnce() {
        String counter = "/probe/journal/once-" + UUID.randomUUID() + "/";
        var accepted = solitude.asynchronously().post(counter, "{}");
        assertThat(accepted.awaitReplay().text()).isEqualTo("1");
        assertThat(accepted.awaitReplay().text()).isEqualTo("1");
        assertThat(solitude.get(counter).text()).isEqualTo("1");
    }

    private static String uuidIn(String url) {
        return url.replaceAll("^.*/([^/]+)/$", "$1");
    }
}
