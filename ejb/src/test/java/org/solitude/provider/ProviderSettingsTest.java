package org.solitude.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parsing of providers' settings. */
class ProviderSettingsTest {

    private static final Map<String, String> MINIMUM = Map.of(
            "names", "reference",
            "reference.url", "https://pay.example/api/v1",
            "reference.resources", "sellers, transactions:GET|POST");

    private static final HttpThreadShare SHARE = HttpThreadShare.of(Optional.empty(), 64, true);

    @Test
    void noNamesMeanNoProviders() {
        assertThat(ProviderSettings.read(new MapConfig(Map.of()), SHARE)).isEmpty();
    }

    @Test
    void otherSettingsHaveDefaults() {
        Provider provider = reference(Map.of());
        assertThat(provider.base()).hasToString("https://pay.example/api/v1/");
        assertThat(provider.path()).isEqualTo("/provider/reference/");
        assertThat(provider.readTimeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(provider.credentials().value()).isNull();
        assertThat(provider.callsAtOnce()).isEqualTo(100);
        assertThat(provider.synchronousCallsAtOnce()).isEqualTo(24);
        assertThat(provider.mapStatus(401)).isEqualTo(502);
        assertThat(provider.mapStatus(402)).isEqualTo(402);
        assertThat(provider.resources().methodsAt("sellers/1/").orElseThrow())
                .containsExactlyInAnyOrder("GET", "POST", "PUT", "PATCH");
        assertThat(provider.resources().methodsAt("transactions").orElseThrow())
                .containsExactlyInAnyOrder("GET", "POST");
        assertThat(provider.resources().methodsAt("terms/")).isEmpty();
    }

    @Test
    void settingWithFurtherDotsIsNotUnknown() {
        assertThat(read(Map.of("reference.read.timeout", "PT9S", "reference.calls.at.once", "7")))
                .containsOnlyKeys("reference");
    }

    @Test
    void toStringDoesNotShowSecrets() {
        Provider provider = reference(Map.of(
                "reference.credentials",
                "Bearer s3cret",
                "reference.notice-secrets",
                "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));
        assertThat(provider.credentials().value()).isEqualTo("Bearer s3cret");
        assertThat(provider.toString()).doesNotContain("s3cret", "MfKQ");
    }

    @Test
    void synchronousCallsLeaveHttpThreads() {
        assertThat(SHARE.total()).isEqualTo(48);
        assertThat(SHARE.perProvider()).isEqualTo(24);
        assertThat(SHARE.perClient(SHARE.perProvider())).isEqualTo(12);
        assertThat(HttpThreadShare.of(Optional.empty(), 1, true).total()).isEqualTo(1);
        assertThat(HttpThreadShare.of(Optional.of(63), 64, true).total()).isEqualTo(63);
        for (int calls : new int[] {0, 64}) {
            assertThatThrownBy(() -> HttpThreadShare.of(Optional.of(calls), 64, true))
                    .hasMessageContaining("solitude.provider.synchronous-calls")
                    .hasMessageContaining("64 HTTP threads");
        }
    }

    @Test
    void proxyDoesNotDivideItsThreads() {
        HttpThreadShare share = HttpThreadShare.of(Optional.empty(), 64, false);
        assertThat(share.perProvider()).isEqualTo(48);
        assertThat(share.perClient(48)).isEqualTo(48);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "names; ../x; solitude.provider.names",
                "reference.url; ; url",
                "reference.url; pay.example; url",
                "reference.url; ftp://pay.example/; url",
                "reference.url; https://user:s3cret@pay.example/; url",
                "reference.url; https://pay.example/?a=b; url",
                "reference.url; https://pay.example/a/../b/; url",
                "reference.resources; ; resources",
                "reference.resources; ../sellers; resources",
                "reference.resources; sellers:DELETE; resources",
                "reference.resources; notify; resources",
                "reference.read-timeout; 5; read-timeout",
                "reference.read-timeout; PT0S; read-timeout",
                "reference.calls-at-once; 0; calls-at-once",
                "reference.synchronous-calls-at-once; 0; synchronous-calls-at-once",
                "reference.errors; 402=200; errors",
                "reference.credentials-header; a b; credentials-header",
                "reference.credentials; s3crét; credentials",
                "reference.notice-secrets; s3cret; notice-secrets",
                "reference.notice-secrets; whsec_czNjcmV0; notice-secrets",
                "reference.ur; s3cret; reference.ur"
            })
    void invalidSettingIsNamedWithoutItsSecret(String key, String value, String named) {
        assertThatThrownBy(() -> read(Map.of(key, value == null ? "" : value)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(named)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("s3cr"));
    }

    private static Provider reference(Map<String, String> more) {
        return Objects.requireNonNull(read(more).get("reference"));
    }

    private static Map<String, Provider> read(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(MINIMUM);
        all.putAll(more);
        return ProviderSettings.read(new MapConfig(all), SHARE);
    }
}
