package org.solitude.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which URLs clients may request as webhooks. */
class WebhookUrlTest {

    private static final AddressRules RULES = AddressRules.allowing(List.of());
    private static final PortRanges PORTS = PortRanges.of("443, 8443");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://shop.example",
                "https://shop.example/hook?token=t&x=%20",
                "HTTPS://SHOP.example:8443/",
                "https://xn--bcher-kva.example/hook",
                "https://8.8.8.8/hook",
                "https://[2606:4700::1111]/hook",
                "https://1.example/hook"
            })
    void allowedUrlIsAccepted(String url) {
        assertThat(WebhookUrl.of(url, false, PORTS, RULES).uri().toString()).isEqualTo(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https:",
                "https:shop.example",
                "http://shop.example/",
                "https://shop.example:80/",
                "https://shop.example:8080/",
                "https://shop.example:/#",
                "https://@shop.example/",
                "https://shop_1.example/",
                "https://bücher.example/",
                "https://127.0.0.1/",
                "https://127.0.0.1./",
                "https://0177.0.0.1/",
                "https://shop.127/",
                "https://0x7f.0x1/",
                "https://[fe80::1%25eth0]/",
                "https://[::1]/",
                "https://[::ffff:192.168.0.1]/",
                "https://localhost/",
                "https://LocalHost:8443/hook",
                "https://localhost./",
                "https://shop.localhost/",
                "https://shop.example/\\u0000"
            })
    void otherUrlIsRefused(String url) {
        assertThatThrownBy(() -> WebhookUrl.of(url, false, PORTS, RULES)).isInstanceOf(InvalidWebhookException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.0.0.0/8", "::1"})
    void localhostIsAcceptedWhereItsAddressIsAllowed(String block) {
        AddressRules rules = AddressRules.allowing(List.of(block));
        assertThat(WebhookUrl.of("https://localhost/", false, PORTS, rules).uri())
                .hasHost("localhost");
    }

    @Test
    void plainHttpIsAcceptedOnlyIfAllowed() {
        PortRanges any = PortRanges.of("1-65535");
        assertThat(WebhookUrl.of("http://shop.example/", true, any, RULES).uri())
                .hasScheme("http");
        assertThatThrownBy(() -> WebhookUrl.of("ftp://shop.example/", true, any, RULES))
                .hasMessageContaining("http or https");
    }

    @Test
    void urlLongerThanMaximumIsRefused() {
        String url = "https://shop.example/" + "x".repeat(WebhookUrl.MAX_LENGTH - 21);
        assertThat(WebhookUrl.of(url, false, PORTS, RULES).uri()).isNotNull();
        assertThatThrownBy(() -> WebhookUrl.of(url + "x", false, PORTS, RULES))
                .isInstanceOf(InvalidWebhookException.class);
    }

    @Test
    void withoutQueryHidesTheQuery() {
        assertThat(WebhookUrl.of("https://shop.example/hook?token=t", false, PORTS, RULES)
                        .withoutQuery())
                .isEqualTo("https://shop.example/hook");
    }
}
