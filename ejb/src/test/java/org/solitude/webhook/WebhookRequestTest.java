package org.solitude.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The headers of a webhook, with the test vector that Standard Webhooks publishes. */
class WebhookRequestTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String MESSAGE = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final long TIMESTAMP = 1_614_265_330L;
    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(UTF_8);
    private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    @Test
    void everySecretAddsItsSignature() {
        WebhookRequest request = new WebhookRequest(
                1, 0, MESSAGE, URI.create("https://shop.example/"), BODY, List.of("whsec_AAAA", SECRET));
        var headers = request.headers(Instant.ofEpochSecond(TIMESTAMP));
        assertThat(headers)
                .containsEntry("webhook-id", MESSAGE)
                .containsEntry("webhook-timestamp", "1614265330")
                .containsEntry("Content-Type", "application/json");
        assertThat(headers.get("webhook-signature")).matches("v1,\\S+ v1,\\S+").endsWith(" " + SIGNATURE);
    }

    @Test
    void toStringDoesNotShowUrlAndSecrets() {
        WebhookRequest request =
                new WebhookRequest(1, 0, MESSAGE, URI.create("https://shop.example/?token=t"), BODY, List.of(SECRET));
        assertThat(request.toString()).isEqualTo(MESSAGE);
    }
}
