package org.solitude.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import jakarta.json.JsonObject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.solitude.harness.UsesSharedServer;
import org.solitude.testkit.client.AcceptedTask;
import org.solitude.testkit.client.ApiResponse;
import org.solitude.testkit.client.SolitudeClient;

/** Tests that webhooks go to valid URLs with public addresses only. */
@UsesSharedServer
class WebhookAddressIT {
    @AutoClose
    private final WebhookSubscriber subscriber = new WebhookSubscriber();

    private final SolitudeClient client = subscriber.client();
    private final WebhookReceiver receiver = subscriber.receiver();

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
                "https://localhost/hook",
                "https://shop.localhost/hook",
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
    void forbiddenUrlIs400ThatNamesHeader(String url) {
        ApiResponse response = client.with("Solitude-Async", "yes")
                .with("Solitude-Callback", url)
                .post("/probe/echo/", "{}");
        assertThat(response.status()).as("%s", response).isEqualTo(400);
        assertThat(response.json().getString("detail")).startsWith("Solitude-Callback must be ");
    }

    @Test
    void tooLongUrlIs400() {
        ApiResponse response = client.with("Solitude-Async", "yes")
                .with("Solitude-Callback", "https://shop.example/" + "x".repeat(2_000))
                .post("/probe/echo/", "{}");
        assertThat(response.status()).isEqualTo(400);
    }

    /** A literal address is checked at submission; a name is resolved and checked only at the delivery. */
    @Test
    void nameOfPrivateAddressIsNotCalled() throws UnknownHostException {
        InetAddress self = InetAddress.getLocalHost();
        assumeThat(self.isLoopbackAddress() || self.isSiteLocalAddress())
                .as("the name of this machine has a private address")
                .isTrue();
        AcceptedTask task = AcceptedTask.of(
                client,
                client.with("Solitude-Async", "yes")
                        .with("Solitude-Callback", receiver.url().replace(WebhookReceiver.ADDRESS, self.getHostName()))
                        .post("/probe/echo/", "{}"));
        JsonObject delivery = subscriber.awaitAttempt(task);
        assertThat(delivery.getJsonArray("history").getJsonObject(0).getString("outcome"))
                .isEqualTo("forbidden_address");
        assertThat(receiver.webhooks()).isEmpty();
    }
}
