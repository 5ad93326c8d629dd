package org.solitude.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Verification of providers' events, with the published test vector and the standard's library. */
class ProviderEventSignatureTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final String BODY = "{\"test\": 2432232314}";
    private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
    private static final Instant THEN = Instant.ofEpochSecond(1_614_265_330);
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final Provider provider = new Provider(
            "reference",
            URI.create("http://127.0.0.1/"),
            new ProviderCredentials("Authorization", null),
            AllowedResources.of(List.of("transactions")),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            1,
            1,
            1,
            Duration.ofSeconds(1),
            1,
            Map.of(),
            ProviderEventSecrets.of(List.of(SECRET)));

    private static ProviderEventSignature signature(String signatures) {
        return new ProviderEventSignature(ID, "1614265330", signatures);
    }

    @Test
    void publishedTestVectorIsValid() {
        assertThat(signature(SIGNATURE).isValid(provider, BODY, THEN, TOLERANCE))
                .isTrue();
        assertThat(signature("v1,AAAA " + SIGNATURE).isValid(provider, BODY, THEN.plusSeconds(299), TOLERANCE))
                .isTrue();
    }

    @Test
    void signatureOfTheStandardsLibraryIsValid() throws Exception {
        String theirs = new Webhook(SECRET).sign(ID, THEN.getEpochSecond(), BODY);
        assertThat(signature(theirs).isValid(provider, BODY, THEN, TOLERANCE)).isTrue();
        assertThat(signature(theirs).isValid(provider, BODY + " ", THEN, TOLERANCE))
                .isFalse();
        String foreign = new Webhook("whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA").sign(ID, THEN.getEpochSecond(), BODY);
        assertThat(signature(foreign).isValid(provider, BODY, THEN, TOLERANCE)).isFalse();
    }

    @Test
    void otherBodySecretOrTimeIsInvalid() {
        assertThat(signature(SIGNATURE).isValid(provider, BODY + " ", THEN, TOLERANCE))
                .isFalse();
        assertThat(signature("v1,AAAA").isValid(provider, BODY, THEN, TOLERANCE))
                .isFalse();
        assertThat(signature("").isValid(provider, BODY, THEN, TOLERANCE)).isFalse();
        assertThat(signature(SIGNATURE).isValid(provider, BODY, THEN.plusSeconds(301), TOLERANCE))
                .isFalse();
        assertThat(signature(SIGNATURE).isValid(provider, BODY, THEN.minusSeconds(301), TOLERANCE))
                .isFalse();
    }

    @Test
    void idWithADotOrANegativeTimeIsMalformed() {
        assertThat(new ProviderEventSignature("a.1", "1", "").isWellFormed()).isFalse();
        assertThat(new ProviderEventSignature("", "1", "").isWellFormed()).isFalse();
        assertThat(new ProviderEventSignature("a", "-1", "").isWellFormed()).isFalse();
        assertThat(new ProviderEventSignature("a", "1", "").isWellFormed()).isTrue();
    }
}
