package org.solitude.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.solitude.client.Accepted;
import org.solitude.client.Answer;
import org.solitude.client.Body;
import org.solitude.client.Solitude;
import org.solitude.harness.OnTheServer;
import org.solitude.harness.RawHttp;
import org.solitude.harness.TestServer;

/** A write with a key happens once, and every repeat of it gets the first answer. */
@OnTheServer
class RepeatIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Set<String> OF_THE_CONNECTION =
            Set.of("connection", "keep-alive", "transfer-encoding", "content-length", "date");

    private final Solitude solitude = TestServer.client();
    private final Tasks tasks = new Tasks(solitude);
    private final String key = UUID.randomUUID().toString();
    private final Solitude keyed = solitude.with("Idempotency-Key", '"' + key + '"');
    private final Solitude delayed = keyed.with("Solitude-Async", "yes");

    /** How the client asks: each promise holds for both. */
    enum Asked {
        SYNCHRONOUSLY,
        ASYNCHRONOUSLY;

        Solitude through(Solitude client) {
            return this == ASYNCHRONOUSLY ? client.with("Solitude-Async", "yes") : client;
        }
    }

    @Test
    void aDelayedWriteIsOneTaskAndEveryRepeatGetsThe202OfTheFirst() {
        Answer first = delayed.post("/probe/journal/" + key + "/", "{}");
        assertThat(first.status()).as("%s", first).isEqualTo(202);
        assertSame(tasks.noneMadeBy(() -> delayed.post("/probe/journal/" + key + "/", "{}")), first);
        assertThat(Accepted.of(solitude, first).awaitReplay().text()).isEqualTo("1");
        assertSame(tasks.noneMadeBy(() -> delayed.post("/probe/journal/" + key + "/", "{}")), first);
        assertThat(calls(key)).isEqualTo("1");
    }

    @Test
    void alsoAfterTheTaskHasFailed() {
        Answer first = delayed.post("/probe/failure/status/422/", "{}");
        assertThat(Accepted.of(solitude, first).awaitReplay().status()).isEqualTo(422);
        assertSame(delayed.post("/probe/failure/status/422/", "{}"), first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH"})
    void aWriteThatIsNotDelayedGetsTheFirstAnswerStatusHeadersAndBytes(String method) {
        Body body = Body.of("application/octet-stream", new byte[] {0, -1, 13, 10, 127});
        Answer first = keyed.send(method, "/probe/echo/", body);
        assertThat(first.status()).as("%s", first).isEqualTo(200);
        assertSame(keyed.send(method, "/probe/echo/", body), first);
    }

    @Test
    void aCreationIsRepeatedWithItsLocationAndTag() {
        String buyer = "{\"uuid\": \"" + key + "\"}";
        Answer first = keyed.post("/generic/buyer/", buyer);
        assertThat(first.status()).as("%s", first).isEqualTo(201);
        assertThat(first.headers().map()).containsKeys("location", "etag");
        assertSame(keyed.post("/generic/buyer/", buyer), first);
        assertSame(solitude.with("Idempotency-Key", key).post("/generic/buyer/", buyer), first);
    }

    @Test
    void anAnswerWithoutABodyIsRepeatedToo() {
        Answer made = solitude.post("/generic/buyer/", "{\"uuid\": \"" + key + "\"}");
        String close = made.json().getString("resource_uri") + "close/";
        Answer first = keyed.send("POST", close, Body.NONE);
        assertThat(first.status()).as("%s", first).isEqualTo(204);
        assertSame(keyed.send("POST", close, Body.NONE), first);
    }

    @ParameterizedTest
    @EnumSource(Asked.class)
    void withoutAKeyEachWriteIsAnother(Asked asked) {
        String journal = "/probe/journal/" + key + "/";
        for (int i = 0; i < 2; i++) {
            Answer answer = asked.through(solitude).post(journal, "{}");
            assertThat(answer.status() == 202 ? Accepted.of(solitude, answer).awaitReplay() : answer)
                    .extracting(Answer::status)
                    .isEqualTo(200);
        }
        assertThat(calls(key)).isEqualTo("2");
    }

    @ParameterizedTest
    @EnumSource(Asked.class)
    void anotherPayloadIs422(Asked asked) {
        Solitude client = asked.through(keyed);
        assertThat(client.post("/probe/echo/?a=1", "{\"a\": 1}").status()).isLessThan(300);
        for (Answer answer : List.of(
                client.post("/probe/echo/?a=1", "{\"a\": 2}"),
                client.post("/probe/echo/?a=2", "{\"a\": 1}"),
                client.post("/probe/echo/", "{\"a\": 1}"),
                client.put("/probe/echo/?a=1", "{\"a\": 1}"),
                client.send(
                        "POST",
                        "/probe/echo/?a=1",
                        Body.of("text/plain", "{\"a\": 1}".getBytes(StandardCharsets.UTF_8))),
                client.post("/generic/buyer/?a=1", "{\"a\": 1}"))) {
            Problems.assertProblem(answer, 422);
            assertThat(answer.json().getString("type")).isEqualTo("urn:solitude:problem:key-reused");
            assertThat(answer.text()).contains("Idempotency-Key");
        }
        assertThat(client.post("/probe/echo/?a=1", "{\"a\": 1}").status()).isLessThan(300);
    }

    @ParameterizedTest
    @EnumSource(Asked.class)
    void aKeyIsItsClientsOwn(Asked asked) {
        String name = UUID.randomUUID().toString();
        Answer mine = asked.through(keyed).post("/probe/journal/" + name + "/", "{}");
        Answer others = asked.through(TestServer.client("other").with("Idempotency-Key", key))
                .post("/probe/journal/" + name + "/", "{}");
        assertThat(others.status()).isEqualTo(mine.status());
        assertThat(others.text()).isNotEqualTo(mine.text());
        await().atMost(SOON).until(() -> calls(name).equals("2"));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 409, 422, 500, 501})
    void aFailureIsAnAnswerAsWell(int status) {
        Answer first = unwell(status);
        assertThat(first.status()).isEqualTo(status);
        assertSame(unwell(status), first);
        assertThat(calls("unwell-" + key)).isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 502, 503, 504})
    void whatMayPassIsNot(int status) {
        assertThat(unwell(status).status()).isEqualTo(status);
        Answer second = unwell(status);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.text()).isEqualTo("well at call 2");
        assertSame(unwell(status), second);
    }

    @ParameterizedTest
    @ValueSource(strings = {"throw", "mapped", "status/409", "given-up", "stream"})
    void aFailureLeavesNoEffectsAndIsNotRunAgain(String what) {
        Answer first = keyed.post("/probe/write/" + what + "/", "{\"uuid\": \"" + key + "\"}");
        assertThat(first.status()).as("%s", first).isGreaterThanOrEqualTo(400);
        assertSame(keyed.post("/probe/write/" + what + "/", "{\"uuid\": \"" + key + "\"}"), first);
        assertThat(solitude.get("/generic/buyer/?uuid=" + key).json().getJsonArray("objects"))
                .isEmpty();
    }

    @Test
    void aDelayedWriteRepeatedWithoutDelayGetsThe202() {
        Answer first = delayed.post("/probe/journal/" + key + "/", "{}");
        assertSame(keyed.post("/probe/journal/" + key + "/", "{}"), first);
        Accepted.of(solitude, first).awaitReplay();
        assertSame(keyed.post("/probe/journal/" + key + "/", "{}"), first);
        assertThat(calls(key)).isEqualTo("1");
    }

    @Test
    void aWriteThatWasNotDelayedRepeatedWithDelayGetsItsAnswer() {
        Answer first = keyed.post("/probe/journal/" + key + "/", "{}");
        assertSame(tasks.noneMadeBy(() -> delayed.post("/probe/journal/" + key + "/", "{}")), first);
    }

    @ParameterizedTest
    @EnumSource(Asked.class)
    void whatIsRefusedAtOnceUsesUpNoKey(Asked asked) {
        Solitude client = asked.through(keyed);
        assertThat(client.post("/nowhere/", "{}").status()).isEqualTo(404);
        assertThat(client.put("/generic/buyer/", "{}").status()).isEqualTo(405);
        assertThat(client.send("POST", "/generic/buyer/", Body.of("text/csv", new byte[] {'a'}))
                        .status())
                .isEqualTo(415);
        assertThat(client.with("Accept", "image/png")
                        .post("/generic/buyer/", "{}")
                        .status())
                .isEqualTo(406);
        assertThat(client.with("Authorization", "Basic bm9ib2R5Om5vdGhpbmc=")
                        .post("/probe/echo/", "{}")
                        .status())
                .isEqualTo(401);
        assertThat(client.post("/probe/echo/", "{}").status()).isBetween(200, 202);
    }

    /** A body over the limit, whose length is not announced, is read before the key is looked at. */
    @Test
    void neitherDoesABodyThatIsTooLarge() {
        Answer answer = RawHttp.to(TestServer.running())
                .sendChunks(
                        "POST /probe/echo/ HTTP/1.1\r\nHost: localhost\r\nIdempotency-Key: " + key + "\r\n"
                                + "Content-Type: application/octet-stream\r\nTransfer-Encoding: chunked\r\n\r\n",
                        64,
                        1 << 20);
        assertThat(answer.status()).isEqualTo(413);
        assertThat(keyed.post("/probe/echo/", "{}").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '#', textBlock = """
                    ##
                    ""
                    "
                    "open
                    a b
                    a, b
                    "a", "b"
                    a;b
                    "a\\b"
                    """)
    void aMalformedKeyIs400(String value) {
        for (Asked asked : Asked.values()) {
            Answer answer = tasks.noneMadeBy(
                    () -> asked.through(solitude).with("Idempotency-Key", value).post("/probe/echo/", "{}"));
            Problems.assertProblem(answer, 400);
            assertThat(answer.json().getString("detail")).contains("Idempotency-Key", "255", "double quotes");
        }
    }

    @Test
    void aKeyThatIsTooLongIs400() {
        Problems.assertProblem(solitude.with("Idempotency-Key", "x".repeat(256)).post("/probe/echo/", "{}"), 400);
        assertThat(solitude.with("Idempotency-Key", key + "x".repeat(255 - key.length()))
                        .post("/probe/echo/", "{}")
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Solitude-Async: yes\r\n"})
    void aKeyThatIsGivenTwiceIs400(String header) {
        Answer answer = RawHttp.to(TestServer.running())
                .send("POST /probe/echo/ HTTP/1.1\r\nHost: localhost\r\n" + header
                        + "Idempotency-Key: a\r\nIdempotency-Key: a\r\nContent-Length: 2\r\n\r\n{}");
        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void onOtherMethodsAKeyMeansNothing() {
        Solitude odd = solitude.with("Idempotency-Key", "\"");
        assertThat(odd.get("/generic/buyer/?limit=1").status()).isEqualTo(200);
        assertThat(odd.delete("/probe/gate/" + key + "/").status()).isEqualTo(204);
    }

    @ParameterizedTest
    @EnumSource(Asked.class)
    void aRepeatWaitsForTheFirstAndGetsItsAnswer(Asked asked) {
        CompletableFuture<Answer> first = keyed.start("POST", "/probe/gate/" + key + "/", Body.json("{}"));
        await().atMost(SOON).until(() -> calls("gate-" + key).equals("1"));
        CompletableFuture<Answer> second =
                asked.through(keyed).start("POST", "/probe/gate/" + key + "/", Body.json("{}"));
        solitude.delete("/probe/gate/" + key + "/");
        assertThat(first.join().status()).isEqualTo(201);
        assertSame(second.join(), first.join());
        assertThat(calls("gate-" + key)).isEqualTo("1");
    }

    @ParameterizedTest
    @EnumSource(Asked.class)
    void aRepeatThatHasWaitedLongEnoughIs409(Asked asked) {
        CompletableFuture<Answer> first = keyed.start("POST", "/probe/gate/" + key + "/", Body.json("{}"));
        await().atMost(SOON).until(() -> calls("gate-" + key).equals("1"));
        Answer second = tasks.noneMadeBy(() -> asked.through(keyed).post("/probe/gate/" + key + "/", "{}"));
        Problems.assertProblem(second, 409);
        assertThat(second.json().getString("type")).isEqualTo("urn:solitude:problem:key-in-use");
        assertThat(second.header("Retry-After").orElse("")).matches("\\d+");
        solitude.delete("/probe/gate/" + key + "/");
        assertSame(keyed.post("/probe/gate/" + key + "/", "{}"), first.join());
        assertThat(calls("gate-" + key)).isEqualTo("1");
    }

    private Answer unwell(int status) {
        return keyed.post("/probe/unwell/" + key + "/?times=1&status=" + status, "{}");
    }

    private String calls(String name) {
        return solitude.get("/probe/journal/" + name + "/").text();
    }

    private static void assertSame(Answer repeat, Answer first) {
        assertThat(repeat.status()).as("%s", repeat).isEqualTo(first.status());
        assertThat(lasting(repeat)).isEqualTo(lasting(first));
        assertThat(repeat.body()).isEqualTo(first.body());
    }

    private static HttpHeaders lasting(Answer answer) {
        return HttpHeaders.of(answer.headers().map(), (name, value) -> !OF_THE_CONNECTION.contains(name.toLowerCase()));
    }
}
