package org.solitude.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.solitude.harness.JmsQueue;
import org.solitude.harness.ManagementClient;
import org.solitude.harness.TestServer;
import org.solitude.harness.UsesSharedServer;
import org.solitude.testkit.client.AcceptedTask;
import org.solitude.testkit.client.ApiResponse;
import org.solitude.testkit.client.SolitudeClient;

/**
 * Tests how long an ended task, its request and its idempotency record are retained. Instead of waiting it ages rows.
 */
@UsesSharedServer
class RetentionIT {
    private static final Duration SOON = Duration.ofSeconds(30);

    private final SolitudeClient solitude = TestServer.client();
    private final String name = UUID.randomUUID().toString();

    @Test
    void taskPastRetentionIsDeletedWithItsDependentRows() {
        AcceptedTask old = runEcho(solitude);
        AcceptedTask recent = runEcho(solitude);
        age(old, "PT720H30M");
        age(recent, "PT719H");
        awaitUnknown(old);
        for (String table : new String[] {"task", "request", "response", "attempt"}) {
            assertThat(countRows(table, old)).as(table).isZero();
        }
        assertThat(recent.askForReplay().status()).isEqualTo(200);
    }

    /** A deleted task is in no list, and a poll gets the same response as for an unknown id. */
    @Test
    void deletedTaskIsUnknown() {
        AcceptedTask old = runEcho(solitude);
        age(old, "PT720H30M");
        awaitUnknown(old);
        ApiResponse unknown = solitude.get("/delay/result/" + UUID.randomUUID() + "/");
        ApiResponse gone = old.askForResult();
        assertThat(gone.status()).isEqualTo(404);
        assertThat(gone.header("Solitude-Async")).isEmpty();
        assertThat(gone.text()).isEqualTo(unknown.text());
        assertThat(solitude.get("/delay/result/?uuid=" + old.uuid()).json().getJsonArray("objects"))
                .isEmpty();
    }

    @Test
    void retentionOfClientOverridesDefault() {
        AcceptedTask brief = runEcho(TestServer.client("brief"));
        AcceptedTask other = runEcho(solitude);
        age(brief, "PT25H");
        age(other, "PT25H");
        awaitUnknown(brief);
        assertThat(other.askForReplay().status()).isEqualTo(200);
    }

    @Test
    void cancelledTaskIsDeleted() {
        AcceptedTask cancelled =
                solitude.with("Solitude-Not-Before", "3600").asynchronously().post("/probe/echo/", "{}");
        assertThat(solitude.delete(cancelled.result()).status()).isEqualTo(204);
        assertThat(countRows("request", cancelled)).isZero();
        age(cancelled, "PT720H30M");
        awaitUnknown(cancelled);
    }

    @Test
    void waitingTaskIsNotDeletedWhateverItsAge() {
        AcceptedTask waiting =
                solitude.with("Solitude-Not-Before", "3600").asynchronously().post("/probe/echo/", "{}");
        AcceptedTask done = runEcho(solitude);
        age(waiting, "PT10000H");
        age(done, "PT720H30M");
        awaitUnknown(done);
        assertThat(waiting.askForResult().isNotRunYet()).isTrue();
        assertThat(countRows("request", waiting)).isEqualTo(1);
        assertThat(solitude.delete(waiting.result()).status()).isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 422, 500})
    void requestIsDeletedWhenTaskEnds(int status) {
        AcceptedTask accepted = solitude.asynchronously().post("/probe/write/status/" + status + "/", buyerJson());
        assertThat(accepted.awaitReplay().status()).isEqualTo(status);
        assertThat(countRows("request", accepted)).isZero();
        assertThat(countRows("response", accepted)).isEqualTo(1);
    }

    @Test
    void requestOfExpiredTaskIsDeleted() {
        AcceptedTask expired = solitude.with("Solitude-Not-Before", "3600")
                .with("Solitude-Expires", "7200")
                .asynchronously()
                .post("/probe/echo/", "{}");
        assertThat(solitude.post("/probe/ageing/expiries/" + expired.uuid() + "/?by=PT1S", "")
                        .text())
                .isEqualTo("1");
        await().atMost(SOON).until(() -> expired.askForResult().status() == 410);
        assertThat(countRows("request", expired)).isZero();
        age(expired, "PT720H30M");
        awaitUnknown(expired);
    }

    /** A dead task may be redriven, so it retains its request, and is itself retained longer than a done task. */
    @Test
    void requestOfDeadTaskIsRetained() {
        AcceptedTask dead = solitude.asynchronously().post("/probe/unwell/" + name + "/?times=1000&status=503", "{}");
        await().atMost(SOON).until(() -> dead.askForResult().status() == 200);
        assertThat(dead.askForResult().json().getString("state")).isEqualTo("dead");
        assertThat(countRows("request", dead)).isEqualTo(1);
        age(dead, "PT720H30M");
        AcceptedTask done = runEcho(solitude);
        age(done, "PT720H30M");
        awaitUnknown(done);
        assertThat(dead.askForResult().status()).isEqualTo(200);
        age(dead, "PT2160H30M");
        awaitUnknown(dead);
    }

    @Test
    void requestOfRedrivenTaskIsDeletedWhenItEnds() {
        AcceptedTask dead = solitude.asynchronously().post("/probe/unwell/" + name + "/?times=3&status=503", "{}");
        await().atMost(SOON).until(() -> dead.askForResult().status() == 200);
        try (ManagementClient management = new ManagementClient(TestServer.running())) {
            JmsQueue queue = management.queue("DelayedRequestsDead");
            await().atMost(SOON).until(() -> queue.waiting() > 0);
            queue.moveAllTo("DelayedRequests");
        }
        await().atMost(SOON).until(() -> dead.askForReplay().text(), text -> text.equals("well at call 4"));
        assertThat(countRows("request", dead)).isZero();
    }

    @Test
    void keyIsDeletedAfterRetentionButNotWhileTaskWaits() {
        String key = "\"" + UUID.randomUUID() + "\"";
        SolitudeClient keyed = solitude.with("Idempotency-Key", key);
        AcceptedTask waiting =
                keyed.with("Solitude-Not-Before", "3600").asynchronously().post("/probe/echo/", "{}");
        AcceptedTask done = solitude.with("Idempotency-Key", "\"" + UUID.randomUUID() + "\"")
                .asynchronously()
                .post("/probe/echo/", "{}");
        done.awaitReplay();
        assertThat(ageKey(waiting)).isEqualTo("1");
        assertThat(ageKey(done)).isEqualTo("1");
        await().atMost(SOON).until(() -> countKeys(done) == 0);
        assertThat(countKeys(waiting)).isEqualTo(1);
        ApiResponse repeat = keyed.with("Solitude-Async", "yes").post("/probe/echo/", "{}");
        assertThat(AcceptedTask.of(solitude, repeat).uuid()).isEqualTo(waiting.uuid());
        assertThat(solitude.delete(waiting.result()).status()).isEqualTo(204);
        ageKey(waiting);
        await().atMost(SOON).until(() -> countKeys(waiting) == 0);
    }

    /**
     * The key has a retention of its own: after the deletion of its task, a repeat still gets the first 202 and creates
     * no task.
     */
    @Test
    void keyMayOutliveItsTask() {
        SolitudeClient keyed = TestServer.client("brief").with("Idempotency-Key", name);
        AcceptedTask first = runEcho(keyed);
        age(first, "PT25H");
        awaitUnknown(first);
        ApiResponse repeat = keyed.with("Solitude-Async", "yes").post("/probe/echo/", "{}");
        assertThat(repeat.status()).isEqualTo(202);
        assertThat(AcceptedTask.of(keyed, repeat).uuid()).isEqualTo(first.uuid());
    }

    private AcceptedTask runEcho(SolitudeClient client) {
        AcceptedTask accepted = client.asynchronously().post("/probe/echo/", "{}");
        accepted.awaitReplay();
        return accepted;
    }

    private String buyerJson() {
        return "{\"uuid\": \"" + name + "\"}";
    }

    private void age(AcceptedTask task, String by) {
        assertThat(solitude.post("/probe/ageing/tasks/" + task.uuid() + "/?by=" + by, "")
                        .text())
                .isEqualTo("1");
    }

    private String ageKey(AcceptedTask task) {
        return solitude.post("/probe/ageing/keys/" + task.uuid() + "/?by=PT1H", "")
                .text();
    }

    private int countRows(String table, AcceptedTask task) {
        return Integer.parseInt(solitude.get("/probe/ageing/delayed_" + table + "/" + task.uuid() + "/")
                .text());
    }

    private int countKeys(AcceptedTask task) {
        return Integer.parseInt(
                solitude.get("/probe/ageing/keys/" + task.uuid() + "/").text());
    }

    private void awaitUnknown(AcceptedTask task) {
        await().atMost(SOON).until(() -> {
            ApiResponse response = task.askForResult();
            return response.status() == 404 && response.header("Solitude-Async").isEmpty();
        });
    }
}
