package org.solitude.replay;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.solitude.harness.TestServer;
import org.solitude.harness.UsesSharedServer;
import org.solitude.testkit.client.RequestBody;
import org.solitude.testkit.client.SolitudeClient;

/** What a resource can learn about its request is the same in a replay, save what must never be stored. */
@UsesSharedServer
class ReplayedRequestIT {
    private final SolitudeClient solitude = TestServer.client();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain/",
                "no-slash",
                "query/?a=1&b=2&a=3",
                "query/?empty=&flag&plus=a+b&percent=%2B%20%26%3D",
                "query/?unicode=%C3%BC%E2%82%AC",
                "path%20with%20space/",
                "encoded%2Fslash%3Bsemicolon/",
                "%C3%BC%E2%82%AC/",
                "matrix;a=1;b=2/"
            })
    void thePathAndTheQueryAreTheSame(String path) {
        JsonObject real = tellSynchronously(solitude, path);
        JsonObject replayed = tellReplayed(solitude, path);
        for (String fact : new String[] {"method", "uri", "base", "path", "variables", "query", "length"}) {
            assertThat(replayed.get(fact)).as(fact).isEqualTo(real.get(fact));
        }
    }

    @Test
    void headersThatShapeAResponseAreKept() {
        var client = solitude.with("Accept", "application/json, text/*;q=0.5")
                .with("Accept-Language", "fr, de;q=0.5")
                .with("If-None-Match", "\"a\", \"b\"")
                .with("User-Agent", "a shop/1.0");
        JsonObject real = tellSynchronously(client, "headers/");
        JsonObject replayed = tellReplayed(client, "headers/");
        for (String header : new String[] {"accept", "accept-language", "if-none-match", "content-type"}) {
            assertThat(replayed.getJsonObject("headers").get(header))
                    .as(header)
                    .isEqualTo(real.getJsonObject("headers").get(header));
        }
        assertThat(replayed.get("languages")).isEqualTo(real.get("languages"));
    }

    @Test
    void whatProvesWhoTheCallerIsIsNeverKept() {
        JsonObject replayed = tellReplayed(
                solitude.with("Cookie", "session=secret").with("Proxy-Authorization", "Basic c2VjcmV0"), "headers/");
        assertThat(replayed.getJsonObject("headers"))
                .doesNotContainKeys("authorization", "cookie", "proxy-authorization");
    }

    @Test
    void whatAskedForTheDelayIsNotAskedAgain() {
        JsonObject replayed = tellReplayed(solitude.with("Prefer", "handling=lenient"), "headers/");
        assertThat(replayed.getJsonObject("headers").keySet())
                .noneMatch(name -> name.startsWith("solitude-") || name.equals("prefer"));
    }

    /** Behind a proxy or under a second name: what the client saw is what a link must say. */
    @Test
    void theHostIsTheOneTheClientSaw() {
        var byName = TestServer.running()
                .logins()
                .tests()
                .on(SolitudeClient.at(URI.create(
                        "http://localhost:" + TestServer.running().ports().http() + "/")));
        String real = byName.post("/probe/header/created-relative/", "{}")
                .header("Location")
                .orElseThrow();
        var accepted = byName.asynchronously().post("/probe/header/created-relative/", "{}");
        assertThat(real).startsWith("http://localhost:");
        assertThat(accepted.awaitReplay().header("Location")).contains(real);
    }

    private static JsonObject tellSynchronously(SolitudeClient solitude, String path) {
        var answer = solitude.send("POST", "/probe/request/" + path, RequestBody.json("{}"));
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        return answer.json();
    }

    private static JsonObject tellReplayed(SolitudeClient solitude, String path) {
        var answer = solitude.asynchronously()
                .send("POST", "/probe/request/" + path, RequestBody.json("{}"))
                .awaitReplay();
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        return answer.json();
    }
}
