package org.solitude.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.solitude.harness.TestServer;
import org.solitude.harness.TokenIssuer;
import org.solitude.harness.UsesSharedServer;
import org.solitude.testkit.client.AcceptedTask;
import org.solitude.testkit.client.ApiResponse;
import org.solitude.testkit.client.SolitudeClient;

/** Tests which JSON Web Tokens are accepted, and the caller that a token stands for. */
@UsesSharedServer
class TokenIT {
    private static final String HEADER = "{\"alg\":\"RS256\",\"kid\":\"key-1\"}";

    private final TokenIssuer issuer = TestServer.running().issuer();

    @Test
    void validTokenIsAccepted() {
        SolitudeClient subject = with(issuer.sign(HEADER, claims("subject", 600)));
        AcceptedTask task = subject.asynchronously().post("/probe/echo/", "{\"a\": 1}");
        assertThat(task.awaitReplay().text()).isEqualTo("{\"a\": 1}");
    }

    /** The subject {@code tests} of an issuer is another caller than the client {@code tests}. */
    @Test
    void subjectOfTokenIsNotClientOfSameName() {
        AcceptedTask task = TestServer.client().asynchronously().post("/probe/echo/", "{}");
        SolitudeClient subject = with(issuer.sign(HEADER, claims("tests", 600)));
        assertThat(subject.get(task.result()).status()).isEqualTo(404);
    }

    @Test
    void subjectWithoutRoleIs403() {
        String claims = claims("subject", 600).replace("\"client\"", "\"admin\"");
        assertThat(with(issuer.sign(HEADER, claims)).get("/delay/result/").status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "https://issuer.example, https://other.example",
        "solitude, another",
        "\"aud\", \"audience\"",
        "\"iss\", \"issuer\"",
        "\"sub\", \"subject\"",
        "{, ["
    })
    void tokenWithWrongOrMissingClaimIs401(String valid, String invalid) {
        assertThat(with(issuer.sign(HEADER, claims("subject", 600).replace(valid, invalid)))
                        .get("/delay/result/")
                        .status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"alg\":\"none\"}",
                "{\"alg\":\"none\",\"kid\":\"key-1\"}",
                "{\"alg\":\"HS256\",\"kid\":\"key-1\"}",
                "{\"alg\":\"RS256\"}",
                "{\"alg\":\"RS256\",\"kid\":\"key-2\"}",
                "{\"alg\":\"RS256\",\"kid\":\"key-1\",\"jku\":\"https://127.0.0.1:1/keys\"}",
                "{}",
                "x"
            })
    void tokenWithUntrustedKeyIs401(String header) {
        assertThat(with(issuer.sign(header, claims("subject", 600)))
                        .get("/delay/result/")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void tokenSignedByOtherKeyUnderTrustedIdIs401() {
        TokenIssuer forger = TokenIssuer.of(issuer.issuer(), issuer.keyId());
        assertThat(with(forger.sign(HEADER, claims("subject", 600)))
                        .get("/delay/result/")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void expiredTokenIs401() {
        assertThat(with(issuer.sign(HEADER, claims("subject", -60)))
                        .get("/delay/result/")
                        .status())
                .isEqualTo(401);
    }

    /** The rights of a token cannot be asked for again, so they must not outlive it by a year. */
    @ParameterizedTest
    @ValueSource(strings = {"Solitude-Not-Before", "Solitude-Expires"})
    void taskOfTokenDoesNotWaitLong(String header) {
        SolitudeClient subject = with(issuer.sign(HEADER, claims("subject", 300)));
        ApiResponse refused =
                subject.with("Solitude-Async", "yes").with(header, "172800").post("/probe/echo/", "{}");
        assertThat(refused.status()).as("%s", refused).isEqualTo(400);
        assertThat(refused.json().getString("detail")).contains(header, "86400 seconds");
        AcceptedTask client = TestServer.client()
                .with(header, "172800")
                .with("Solitude-Not-Before", "172000")
                .asynchronously()
                .post("/probe/echo/", "{}");
        assertThat(client.askForResult().isNotRunYet()).isTrue();
    }

    @Test
    void taskOfTokenThatIsNotStartedInTimeExpires() throws SQLException {
        SolitudeClient subject = with(issuer.sign(HEADER, claims("subject", 300)));
        AcceptedTask task =
                subject.with("Solitude-Not-Before", "3600").asynchronously().post("/probe/echo/", "{}");
        try (Connection database = TestServer.running().database().connect();
                PreparedStatement query =
                        database.prepareStatement("select expires_at from delayed_task where uuid = ?::uuid")) {
            query.setString(1, task.uuid());
            ResultSet row = query.executeQuery();
            row.next();
            assertThat(row.getTimestamp(1).toInstant())
                    .isBetween(Instant.now().plusSeconds(86_000), Instant.now().plusSeconds(86_400));
        }
    }

    private static String claims(String subject, long seconds) {
        return "{\"iss\":\"https://issuer.example\",\"aud\":\"solitude\",\"sub\":\"" + subject + "\",\"exp\":"
                + (Instant.now().getEpochSecond() + seconds) + ",\"groups\":[\"client\"]}";
    }

    private static SolitudeClient with(String token) {
        return TestServer.anonymous().with("Authorization", "Bearer " + token);
    }
}
