package org.solitude.services;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import org.junit.jupiter.api.Test;
import org.solitude.harness.Login;
import org.solitude.harness.TestServer;
import org.solitude.harness.UsesSharedServer;
import org.solitude.testkit.client.ApiResponse;

@UsesSharedServer
class ServicesIT {
    private static final String CLAIMS =
            "{\"iss\":\"https://issuer.example\",\"aud\":\"solitude\",\"sub\":\"subject\",\"groups\":[\"operator\"]}";

    @Test
    void statusOfHealthyServerIsOk() {
        ApiResponse status = TestServer.client().get("/services/status/");
        assertThat(status.status()).as("%s", status).isEqualTo(200);
        assertThat(status.json())
                .containsOnlyKeys("broker", "database", "settings")
                .allSatisfy((subject, word) ->
                        assertThat(((JsonString) word).getString()).as(subject).isEqualTo("ok"));
        assertThat(status.header("Cache-Control")).contains("no-store");
        assertThat(TestServer.client().post("/services/status/", "{}").status()).isEqualTo(405);
    }

    @Test
    void requestShowsCallerAsServerSeesIt() {
        Login login = TestServer.running().logins().tests();
        ApiResponse answer = TestServer.client()
                .with("X-Trace", "one")
                .with("Cookie", "session=s3cret")
                .with("X-Api-Key", "s3cret")
                .get("/services/request/?a=b");
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        JsonObject seen = answer.json();
        assertThat(seen.getString("name")).isEqualTo(login.name());
        assertThat(seen.isNull("issuer")).isTrue();
        assertThat(seen.getJsonArray("roles").getString(0)).isEqualTo("client");
        assertThat(seen.getString("scheme")).isEqualTo("BASIC");
        assertThat(seen.getString("remote_address")).isEqualTo("127.0.0.1");
        assertThat(seen.getString("url")).endsWith("/services/request/?a=b");
        assertThat(seen.getJsonObject("headers").keySet())
                .anyMatch("X-Trace"::equalsIgnoreCase)
                .noneMatch("Authorization"::equalsIgnoreCase);
        assertThat(answer.text())
                .doesNotContain("s3cret", login.secret(), login.basic().substring(6));
    }

    @Test
    void requestShowsIssuerOfToken() {
        var issuer = TestServer.running().issuer();
        ApiResponse answer = TestServer.anonymous()
                .with("Authorization", "Bearer " + issuer.sign("{\"alg\":\"RS256\",\"kid\":\"key-1\"}", CLAIMS))
                .get("/services/request/");
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        assertThat(answer.json().getString("name")).isEqualTo("subject");
        assertThat(answer.json().getString("issuer")).isEqualTo("https://issuer.example");
        assertThat(answer.json().getString("scheme")).isEqualTo("BEARER_TOKEN");
    }
}
