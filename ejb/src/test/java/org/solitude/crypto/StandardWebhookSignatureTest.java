package org.solitude.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our signature against the published test vector and against the library of Standard Webhooks. */
class StandardWebhookSignatureTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String OTHER_SECRET = "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final String BODY = "{\"name\": \"Jürgen\", \"amount\": \"5.00\"}";

    private final String now = Long.toString(Instant.now().getEpochSecond());

    @Test
    void signatureEqualsThePublishedTestVector() {
        assertThat(sign(SECRET, ID, "1614265330", "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void libraryAcceptsOurSignature() {
        assertThatNoException().isThrownBy(() -> verifyByLibrary(ID, now, sign(SECRET, ID, now, BODY), BODY));
        assertThatNoException()
                .isThrownBy(() -> verifyByLibrary(
                        ID, now, sign(OTHER_SECRET, ID, now, BODY) + " " + sign(SECRET, ID, now, BODY), BODY));
    }

    @Test
    void libraryRefusesOurSignatureOfAnotherBodyIdTimeOrSecret() {
        String signature = sign(SECRET, ID, now, BODY);
        String later = Long.toString(Long.parseLong(now) + 1);
        assertRefusedByLibrary(ID, now, signature, BODY + " ");
        assertRefusedByLibrary("msg_other", now, signature, BODY);
        assertRefusedByLibrary(ID, later, signature, BODY);
        assertRefusedByLibrary(ID, now, sign(OTHER_SECRET, ID, now, BODY), BODY);
    }

    @Test
    void ourSignatureEqualsTheOneOfTheLibrary() throws Exception {
        String theirs = new Webhook(SECRET).sign(ID, Long.parseLong(now), BODY);
        assertThat(sign(SECRET, ID, now, BODY)).isEqualTo(theirs);
        assertThat(sign(SECRET, ID, now, BODY + " ")).isNotEqualTo(theirs);
        assertThat(sign(OTHER_SECRET, ID, now, BODY)).isNotEqualTo(theirs);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "s3cret", "s3cret_AAAA", "whsec_s3cr.t", "WHSEC_AAAA"})
    void malformedSecretIsRefusedWithoutShowingIt(String secret) {
        assertThatThrownBy(() -> StandardWebhookSignature.keyOf(secret))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("whsec_")
                .hasMessageNotContaining("s3cr");
    }

    private static String sign(String secret, String id, String timestamp, String body) {
        return StandardWebhookSignature.of(StandardWebhookSignature.keyOf(secret), id, timestamp, body.getBytes(UTF_8));
    }

    private static void assertRefusedByLibrary(String id, String timestamp, String signature, String body) {
        assertThatThrownBy(() -> verifyByLibrary(id, timestamp, signature, body))
                .isInstanceOf(WebhookVerificationException.class)
                .hasMessageContaining("No matching signature");
    }

    private static void verifyByLibrary(String id, String timestamp, String signature, String body)
            throws WebhookVerificationException {
        new Webhook(SECRET)
                .verify(
                        body,
                        Map.of(
                                Webhook.UNBRANDED_MSG_ID_KEY, List.of(id),
                                Webhook.UNBRANDED_MSG_TIMESTAMP_KEY, List.of(timestamp),
                                Webhook.UNBRANDED_MSG_SIGNATURE_KEY, List.of(signature)));
    }
}
