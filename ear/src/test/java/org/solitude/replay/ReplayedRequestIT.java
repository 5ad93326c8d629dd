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

/** Tests that a resource sees the same request in a replay, except for credentials, which are never stored. */
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
    void pathAndQueryAreReplayed(String path) {
        JsonObject synchronous = describeSynchronously(solitude, path);
        JsonObject replayed = describeInReplay(solitude, path);
        for (String fact : new String[] {"method", "uri", "base", "path", "variables", "query", "length"}) {
            assertThat(replayed.get(fact)).as(fact).isEqualTo(synchronous.get(fact));
        }
    }

    @Test
    void headersThatAffectTheResponseAreReplayed() {
        var client = solitude.with("Accept", "application/json, text/*;q=0.5")
                .with("Accept-Language", "fr, de;q=0.5")
                .with("If-None-Match", "\"a\", \"b\"")
                .with("User-Agent", "a shop/1.0");
        JsonObject synchronous = describeSynchronously(client, "headers/");
        JsonObject replayed = describeInReplay(client, "headers/");
        for (String header : new String[] {"accept", "accept-language", "if-none-match", "content-type"}) {
            assertThat(replayed.getJsonObject("headers").get(header))
                    .as(header)
                    .isEqualTo(synchronous.getJsonObject("headers").get(header));
        }
        assertThat(replayed.get("languages")).isEqualTo(synchronous.get("languages"));
    }

    @Test
    void credentialsAreNotStored() {
        JsonObject replayed = describeInReplay(
                solitude.with("Cookie", "session=secret").with("Proxy-Authorization", "Basic c2VjcmV0"), "headers/");
        assertThat(replayed.getJsonObject("headers"))
                .doesNotContainKeys("authorization", "cookie", "proxy-authorization");
    }

    @Test
    void taskOptionsAndPreferencesAreNotReplayed() {
        JsonObject replayed = describeInReplay(solitude.with("Prefer", "handling=lenient"), "headers/");
        assertThat(replayed.getJsonObject("headers").keySet())
                .noneMatch(name -> name.startsWith("solitude-") || name.equals("prefer"));
    }

    /** Links must have the host of the client's request, also behind a proxy or under a second name. */
    @Test
    void hostOfTheRequestIsReplayed() {
        var byName = TestServer.running()
                .logins()
                .tests()
                .on(SolitudeClient.at(URI.create(
                        "http://localhost:" + TestServer.running().ports().http() + "/")));
        String synchronous = byName.post("/probe/header/created-relative/", "{}")
                .header("Location")
                .orElseThrow();
        var accepted = byName.asynchronously().post("/probe/header/created-relative/", "{}");
        assertThat(synchronous).startsWith("http://localhost:");
        assertThat(accepted.awaitReplay().header("Location")).contains(synchronous);
    }

    private static JsonObject describeSynchronously(SolitudeClient solitude, String path) {
        var response = solitude.send("POST", "/probe/request/" + path, RequestBody.json("{}"));
        assertThat(response.status()).as("%s", response).isEqualTo(200);
        return response.json();
    }

    private static JsonObject describeInReplay(SolitudeClient solitude, String path) {
        var response = solitude.asynchronously()
                .send("POST", "/probe/request/" + path, RequestBody.json("{}"))
                .awaitReplay();
        assertThat(response.status()).as("%s", response).isEqualTo(200);
        return response.json();
    }
}
