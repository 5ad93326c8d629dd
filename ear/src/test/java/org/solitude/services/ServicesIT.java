package org.solitude.services;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import org.junit.jupiter.api.Test;
import org.solitude.harness.Login;
import org.solitude.harness.TestServer;
import org.solitude.harness.UsesSharedServer;
import org.solitude.testkit.client.ApiResponse;

/** Tests the status of the server and the description of the caller's request. */
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
                .allSatisfy((check, result) ->
                        assertThat(((JsonString) result).getString()).as(check).isEqualTo("ok"));
        assertThat(status.header("Cache-Control")).contains("no-store");
        assertThat(TestServer.client().post("/services/status/", "{}").status()).isEqualTo(405);
    }

    @Test
    void requestShowsCallerAsServerSeesIt() {
        Login login = TestServer.running().logins().tests();
        ApiResponse response = TestServer.client()
                .with("X-Trace", "one")
                .with("Cookie", "session=s3cret")
                .with("X-Api-Key", "s3cret")
                .get("/services/request/?a=b");
        assertThat(response.status()).as("%s", response).isEqualTo(200);
        JsonObject request = response.json();
        assertThat(request.getString("name")).isEqualTo(login.name());
        assertThat(request.isNull("issuer")).isTrue();
        assertThat(request.getJsonArray("roles").getString(0)).isEqualTo("client");
        assertThat(request.getString("scheme")).isEqualTo("BASIC");
        assertThat(request.getString("remote_address")).isEqualTo("127.0.0.1");
        assertThat(request.getString("url")).endsWith("/services/request/?a=b");
        assertThat(request.getJsonObject("headers").keySet())
                .anyMatch("X-Trace"::equalsIgnoreCase)
                .noneMatch("Authorization"::equalsIgnoreCase);
        assertThat(response.text())
                .doesNotContain("s3cret", login.secret(), login.basic().substring(6));
    }

    @Test
    void requestShowsIssuerOfToken() {
        var issuer = TestServer.running().issuer();
        ApiResponse response = TestServer.anonymous()
                .with("Authorization", "Bearer " + issuer.sign("{\"alg\":\"RS256\",\"kid\":\"key-1\"}", CLAIMS))
                .get("/services/request/");
        assertThat(response.status()).as("%s", response).isEqualTo(200);
        assertThat(response.json().getString("name")).isEqualTo("subject");
        assertThat(response.json().getString("issuer")).isEqualTo("https://issuer.example");
        assertThat(response.json().getString("scheme")).isEqualTo("BEARER_TOKEN");
    }
}
