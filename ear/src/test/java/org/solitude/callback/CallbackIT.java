package org.solitude.callback;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.solitude.client.Accepted;
import org.solitude.client.Answer;
import org.solitude.client.Solitude;
import org.solitude.harness.Management;
import org.solitude.harness.OnTheServer;
import org.solitude.harness.TestServer;

/** A receiver learns of each end of a task that asked for it, whatever the receiver's mood. */
@OnTheServer
class CallbackIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Solitude client = TestServer.client("callbacks");
    private final Receiver receiver = new Receiver();
    private String secret = "";

    @BeforeEach
    void makeASecret() {
        secret = client.post("/delay/callback/secret/", "").json().getString("secret");
    }

    @AfterEach
    void closeTheReceiver() {
        receiver.close();
    }

    @Test
    void theResultIsCalledIn() {
        Accepted task = ask("/probe/echo/", "{\"a\": 1}");
        Call call = awaitCall(task);
        assertThat(call.isSignedBy(secret)).isTrue();
        assertThat(call.id()).startsWith("msg_").doesNotContain(".");
        assertThat(call.type()).isEqualTo("task.done");
        JsonObject result = task.awaitResult().json();
        assertThat(call.json().getString("timestamp")).isEqualTo(result.getString("finished"));
        JsonObject data = call.json().getJsonObject("data");
        assertThat(data.getString("result")).isEqualTo(task.result());
        assertThat(data.getString("replay")).isEqualTo(task.replay());
        for (String same : List.of(
                "content",
                "content_encoding",
                "content_type",
                "created",
                "finished",
                "method",
                "path",
                "state",
                "status_code",
                "uuid")) {
            assertThat(data.get(same)).as(same).isEqualTo(result.get(same));
        }
        assertThat(awaitState(task, "delivered").getInt("attempts")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"404, task.done", "500, task.done", "503, task.dead"})
    void aFailureIsAnEndLikeAnother(int status, String type) {
        Call call = awaitCall(ask("/probe/failure/status/" + status + "/", "{}"));
        assertThat(call.type()).isEqualTo(type);
        assertThat(call.json().getJsonObject("data").getInt("status_code")).isEqualTo(status);
    }

    /** Every wish at once: one task, one call. */
    @Test
    void aWriteThatIsRepeatedIsCalledInOnce() {
        Solitude wishing = client.with("Prefer", "respond-async")
                .with("Solitude-Callback", receiver.url())
                .with("Idempotency-Key", "\"" + UUID.randomUUID() + "\"")
                .with("Solitude-Ordering-Key", "one after another")
                .with("Solitude-Priority", "9");
        Answer first = wishing.post("/probe/echo/", "{}");
        assertThat(wishing.post("/probe/echo/", "{}").text()).isEqualTo(first.text());
        awaitState(Accepted.of(client, first), "delivered");
        assertThat(receiver.calls()).hasSize(1);
    }

    /** One client's receivers hang, and another client's are called all the same. */
    @Test
    void whoHangsHoldsUpNobodyElse() {
        Solitude slow = TestServer.client("slow-receiver");
        slow.post("/delay/callback/secret/", "");
        try (Receiver hanging = new Receiver()) {
            hanging.answering((call, number) -> Receiver.Reply.NONE);
            for (int i = 0; i < 40; i++) {
                slow.with("Solitude-Async", "yes")
                        .with("Solitude-Callback", hanging.url())
                        .post("/probe/echo/", "{}");
            }
            Awaitility.await().atMost(PATIENCE).until(() -> hanging.calls().size() >= 8);
            receiver.answering((call, number) -> number == 1 ? Receiver.Reply.of(500) : Receiver.Reply.OK);
            awaitState(ask("/probe/echo/", "{}"), "delivered");
            assertThat(hanging.accepted()).isEmpty();
        }
    }

    /** A dead task that is run again ends again: that is news, so it has an id of its own. */
    @Test
    void aSecondLifeHasASecondEnd() {
        String unwell = "/probe/unwell/" + UUID.randomUUID() + "/?times=4&status=503";
        Accepted task = ask(unwell, "{}");
        assertThat(awaitCall(task).type()).isEqualTo("task.dead");
        try (var management = new Management(TestServer.running())) {
            var dead = management.queue("DelayedRequestsDead");
            Awaitility.await().atMost(PATIENCE).until(() -> dead.waiting() > 0);
            dead.moveAllTo("DelayedRequests");
        }
        List<Call> calls = Awaitility.await("the second end")
                .atMost(PATIENCE)
                .until(() -> receiver.callsOf(task.uuid()), both -> both.size() == 2);
        assertThat(calls).extracting(Call::type).containsExactly("task.dead", "task.done");
        assertThat(calls).extracting(Call::id).doesNotHaveDuplicates();
    }

    /** A write like any other: delayed, its response is the secret all the same. */
    @Test
    void aSecretCanBeMadeLater() {
        JsonObject made = client.asynchronously()
                .post("/delay/callback/secret/", "{}")
                .awaitReplay()
                .json();
        assertThat(awaitCall(ask("/probe/echo/", "{}")).isSignedBy(made.getString("secret")))
                .isTrue();
    }

    @Test
    void aCancelledTaskIsCalledIn() {
        Accepted task =
                Accepted.of(client, asking().with("Solitude-Not-Before", "3600").post("/probe/echo/", "{}"));
        assertThat(client.delete(task.result()).status()).isEqualTo(204);
        Call call = awaitCall(task);
        assertThat(call.type()).isEqualTo("task.cancelled");
        assertThat(call.json().getJsonObject("data").isNull("status_code")).isTrue();
    }

    @Test
    void anExpiredTaskIsCalledIn() {
        try (var management = new Management(TestServer.running())) {
            management.queue("DelayedRequests").pause();
            try {
                Accepted task = Accepted.of(
                        client, asking().with("Solitude-Expires", "1").post("/probe/echo/", "{}"));
                assertThat(awaitCall(task).type()).isEqualTo("task.expired");
            } finally {
                management.queue("DelayedRequests").resume();
            }
        }
    }

    /** What is not kept has no end, and a response that rolls back its task's effects is still an end. */
    @Test
    void nobodyIsCalledForWhatDidNotAsk() {
        Accepted quiet = client.asynchronously().post("/probe/echo/", "{}");
        quiet.awaitResult();
        awaitCall(ask("/probe/echo/", "{}"));
        assertThat(receiver.callsOf(quiet.uuid())).isEmpty();
        assertThat(deliveries("?task=" + quiet.uuid())).isEmpty();
    }

    @Test
    void aReceiverThatIsDownGetsItLaterWithTheSameId() {
        receiver.answering((call, number) -> switch (number) {
            case 1 -> Receiver.Reply.of(500);
            case 2 -> Receiver.Reply.of(302).with("Location", receiver.url() + "/elsewhere");
            case 3 -> Receiver.Reply.of(429);
            default -> Receiver.Reply.OK;
        });
        Accepted task = ask("/probe/echo/", "{}");
        JsonObject delivery = awaitState(task, "delivered");
        List<Call> calls = receiver.callsOf(task.uuid());
        assertThat(calls).hasSize(4);
        assertThat(calls).extracting(Call::id).containsOnly(delivery.getString("id"));
        assertThat(calls).extracting(Call::path).containsOnly("/hook");
        assertThat(calls).allMatch(call -> call.isSignedBy(secret));
        assertThat(receiver.accepted()).hasSize(1);
        assertThat(client.get(delivery.getString("resource_uri")).json().getJsonArray("history"))
                .extracting(attempt -> attempt.asJsonObject().getInt("status_code"))
                .containsExactly(500, 302, 429, 204);
    }

    @Test
    void retryAfterIsHonoured() {
        receiver.answering(
                (call, number) -> number == 1 ? Receiver.Reply.of(503).with("Retry-After", "3") : Receiver.Reply.OK);
        Accepted task = ask("/probe/echo/", "{}");
        awaitState(task, "delivered");
        List<Call> calls = receiver.callsOf(task.uuid());
        assertThat(calls).hasSize(2);
        assertThat(Duration.ofNanos(calls.get(1).received() - calls.get(0).received()))
                .isGreaterThanOrEqualTo(Duration.ofMillis(2_900));
    }

    @Test
    void whatIsRefusedForTooLongIsGivenUpAndSentAgainWhenAsked() {
        receiver.answering((call, number) -> Receiver.Reply.of(404));
        Accepted task = ask("/probe/echo/", "{}");
        JsonObject failed = awaitState(task, "failed");
        assertThat(failed.getInt("attempts")).isEqualTo(8);
        receiver.answering((call, number) -> Receiver.Reply.OK);
        Answer again = client.post(failed.getString("resource_uri") + "redeliver/", "");
        assertThat(again.status()).as("%s", again).isEqualTo(200);
        assertThat(awaitState(task, "delivered").getInt("attempts")).isEqualTo(9);
        assertThat(receiver.accepted()).extracting(Call::id).containsExactly(failed.getString("id"));
    }

    @Test
    void aReceiverThatIsGoneIsLeftAlone() {
        receiver.answering((call, number) -> Receiver.Reply.of(410));
        JsonObject gone = awaitState(ask("/probe/echo/", "{}"), "gone");
        assertThat(gone.getInt("attempts")).isEqualTo(1);
        Accepted next = ask("/probe/echo/", "{}");
        assertThat(awaitState(next, "gone").getInt("attempts")).isZero();
        assertThat(receiver.calls()).hasSize(1);
        receiver.answering((call, number) -> Receiver.Reply.OK);
        client.post(gone.getString("resource_uri") + "redeliver/", "");
        Awaitility.await().atMost(PATIENCE).until(() -> !receiver.accepted().isEmpty());
        assertThat(awaitState(ask("/probe/echo/", "{}"), "delivered").getInt("attempts"))
                .as("its URL is called again")
                .isEqualTo(1);
    }

    @Test
    void whileASecretIsReplacedBothSign() {
        assertThat(awaitCall(ask("/probe/echo/", "{}")).isSignedBy(secret)).isTrue();
        JsonObject next = client.post("/delay/callback/secret/", "").json();
        Call both = awaitCall(ask("/probe/echo/", "{}"));
        assertThat(both.signatures()).hasSize(2);
        assertThat(both.isSignedBy(secret)).isTrue();
        assertThat(both.isSignedBy(next.getString("secret"))).isTrue();
        JsonObject old = client.get("/delay/callback/secret/")
                .json()
                .getJsonArray("objects")
                .getJsonObject(1);
        assertThat(old.getString("expires")).isNotBlank();
        assertThat(old.containsKey("secret")).isFalse();
        assertThat(client.delete(old.getString("resource_uri")).status()).isEqualTo(204);
        Call one = awaitCall(ask("/probe/echo/", "{}"));
        assertThat(one.signatures()).hasSize(1);
        assertThat(one.isSignedBy(next.getString("secret"))).isTrue();
    }

    @Test
    void withoutASecretThereIsNoCallback() {
        Solitude without = TestServer.client("without-secret");
        Answer answer = without.with("Solitude-Async", "yes")
                .with("Solitude-Callback", receiver.url())
                .post("/probe/echo/", "{}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().getString("detail")).contains("Solitude-Callback", "/delay/callback/secret/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "nonsense",
                "/hook",
                "//shop.example/hook",
                "ftp://shop.example/hook",
                "https:///hook",
                "https://user:pass@shop.example/hook",
                "https://shop.example/hook#here",
                "https://shop.example/a b",
                "https://shop.example/<hook>",
                "https://shop.example:22/hook",
                "https://shop.example:0/hook",
                "https://shop.example:99999/hook",
                "https://127.0.0.1/hook",
                "https://127.1/hook",
                "https://2130706433/hook",
                "https://0x7f000001/hook",
                "https://0/hook",
                "https://0.0.0.0/hook",
                "https://10.1.2.3/hook",
                "https://100.64.0.1/hook",
                "https://169.254.169.254/latest/meta-data/",
                "https://172.16.0.1/hook",
                "https://192.168.1.1/hook",
                "https://224.0.0.1/hook",
                "https://255.255.255.255/hook",
                "https://[::1]/hook",
                "https://[::]/hook",
                "https://[::ffff:10.0.0.1]/hook",
                "https://[64:ff9b::10.0.0.1]/hook",
                "https://[fe80::1]/hook",
                "https://[fd00:ec2::254]/hook",
                "https://[ff02::1]/hook"
            })
    void whatCannotBeCalledIsA400ThatNamesTheHeader(String url) {
        Answer answer = client.with("Solitude-Async", "yes")
                .with("Solitude-Callback", url)
                .post("/probe/echo/", "{}");
        assertThat(answer.status()).as("%s", answer).isEqualTo(400);
        assertThat(answer.json().getString("detail")).startsWith("Solitude-Callback must be ");
    }

    @Test
    void aUrlThatIsTooLongIsA400() {
        Answer answer = client.with("Solitude-Async", "yes")
                .with("Solitude-Callback", "https://shop.example/" + "x".repeat(2_000))
                .post("/probe/echo/", "{}");
        assertThat(answer.status()).isEqualTo(400);
    }

    /** The check of the literal is at once; a name shows its address only when it is called. */
    @Test
    void aNameOfAPrivateAddressIsNotCalled() {
        Accepted task = Accepted.of(
                client,
                client.with("Solitude-Async", "yes")
                        .with("Solitude-Callback", receiver.url().replace(Receiver.ADDRESS, "localhost"))
                        .post("/probe/echo/", "{}"));
        JsonObject delivery = awaitHistory(task);
        assertThat(delivery.getJsonArray("history").getJsonObject(0).getString("outcome"))
                .isEqualTo("forbidden_address");
        assertThat(receiver.calls()).isEmpty();
    }

    @Test
    void othersLearnNothingOfIt() {
        Solitude other = TestServer.client("other");
        Accepted task = ask("/probe/echo/?token=hidden", "{}");
        JsonObject delivery = awaitState(task, "delivered");
        String uri = delivery.getString("resource_uri");
        String unknown = "/delay/callback/msg_" + UUID.randomUUID().toString().replace("-", "") + "/";
        assertThat(other.get(uri).status()).isEqualTo(404);
        assertThat(other.get(uri).body()).isEqualTo(other.get(unknown).body());
        assertThat(other.post(uri + "redeliver/", "").status()).isEqualTo(404);
        assertThat(other.get("/delay/callback/?task=" + task.uuid()).json().getJsonArray("objects"))
                .isEmpty();
        String mine = client.get("/delay/callback/secret/")
                .json()
                .getJsonArray("objects")
                .getJsonObject(0)
                .getString("resource_uri");
        assertThat(other.delete(mine).status()).isEqualTo(404);
        assertThat(other.delete(mine).body())
                .isEqualTo(other.delete("/delay/callback/secret/" + UUID.randomUUID() + "/")
                        .body());
        Solitude operator = TestServer.operator();
        assertThat(operator.get(uri).json().getString("task")).isEqualTo(task.uuid());
        assertThat(operator.post(uri + "redeliver/", "").status()).isEqualTo(200);
    }

    @Test
    void deliveriesGoWithTheirTask() {
        Accepted task = ask("/probe/echo/", "{}");
        String uri = awaitState(task, "delivered").getString("resource_uri");
        client.post("/probe/ageing/tasks/" + task.uuid() + "/?by=PT721H", "");
        Awaitility.await().atMost(PATIENCE).until(() -> client.get(uri).status() == 404);
        assertThat(deliveries("?task=" + task.uuid())).isEmpty();
    }

    @Test
    void theListHasPagesAndFilters() {
        for (int i = 0; i < 3; i++) {
            awaitState(ask("/probe/echo/", "{}"), "delivered");
        }
        JsonObject first =
                client.get("/delay/callback/?state=delivered&limit=2").json();
        assertThat(first.getJsonArray("objects")).hasSize(2);
        String next = first.getJsonObject("meta").getString("next");
        assertThat(client.get(next).json().getJsonArray("objects")).isNotEmpty();
        for (String bad : List.of("state=asleep", "task=nobody", "colour=red", "limit=0")) {
            assertThat(client.get("/delay/callback/?" + bad).status()).as(bad).isEqualTo(400);
        }
    }

    private Solitude asking() {
        return client.with("Solitude-Async", "yes").with("Solitude-Callback", receiver.url());
    }

    private Accepted ask(String path, String json) {
        return Accepted.of(client, asking().post(path, json));
    }

    private Call awaitCall(Accepted task) {
        return Awaitility.await("a call for " + task.uuid())
                .atMost(PATIENCE)
                .until(() -> receiver.callsOf(task.uuid()), calls -> !calls.isEmpty())
                .get(0);
    }

    private JsonObject awaitState(Accepted task, String state) {
        return Awaitility.await(task.uuid() + " " + state)
                .atMost(PATIENCE)
                .until(() -> deliveries("?task=" + task.uuid() + "&state=" + state), found -> !found.isEmpty())
                .get(0);
    }

    private JsonObject awaitHistory(Accepted task) {
        return Awaitility.await("an attempt for " + task.uuid())
                .atMost(PATIENCE)
                .until(
                        () -> deliveries("?task=" + task.uuid()).stream()
                                .map(delivery -> client.get(delivery.getString("resource_uri"))
                                        .json())
                                .filter(delivery ->
                                        !delivery.getJsonArray("history").isEmpty())
                                .toList(),
                        found -> !found.isEmpty())
                .get(0);
    }

    private List<JsonObject> deliveries(String query) {
        return client.get("/delay/callback/" + query)
                .json()
                .getJsonArray("objects")
                .getValuesAs(JsonObject.class);
    }
}
