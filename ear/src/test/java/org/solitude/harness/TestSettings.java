package org.solitude.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.solitude.testkit.provider.ReferenceProvider;

/**
 * Settings of all tests' servers, besides database and ports: shorter intervals than in production, so that tests take
 * seconds instead of minutes, and rate limits high enough for tests that poll faster than clients should.
 */
final class TestSettings {
    private static final Map<String, String> APPLICATION = Map.ofEntries(
            Map.entry("solitude.delay.sweep", "PT1S"),
            Map.entry("solitude.delay.heartbeat", "PT1S"),
            Map.entry("solitude.delay.lease", "PT8S"),
            Map.entry("solitude.delay.attempts", "3"),
            Map.entry("solitude.delay.backoff", "PT0.2S"),
            Map.entry("solitude.delay.retention-round", "PT1S"),
            Map.entry("solitude.delay.retention-clients", "brief:P1D"),
            Map.entry("solitude.idempotency.wait", "PT5S"),
            // enough that PinIT can tell from the response time whether a guess was hashed
            Map.entry("solitude.pin.iterations", "50000"),
            Map.entry("solitude.payment.reconcile", "PT1S"),
            Map.entry("solitude.payment.patience", "PT2S"),
            Map.entry("solitude.payment.inquiry-backoff-max", "PT8S"),
            Map.entry("solitude.request.polls-per-second", "100000"),
            Map.entry("solitude.request.poll-burst", "1000000"),
            Map.entry("solitude.callback.allow-http", "true"),
            Map.entry("solitude.callback.ports", "443,1024-65535"),
            Map.entry("solitude.callback.allowed-addresses", "127.0.0.5"),
            Map.entry("solitude.callback.schedule", "PT0.1S,PT0.2S,PT0.2S,PT0.2S,PT0.2S,PT0.2S,PT0.2S"),
            Map.entry("solitude.callback.timeout", "PT3S"),
            Map.entry("solitude.callback.round", "PT0.2S"));

    private TestSettings() {}

    /** Returns the settings of the payment provider {@code reference}. */
    static Map<String, String> of(ReferenceProvider provider) {
        String prefix = "solitude.provider.reference.";
        return Map.of(
                prefix + "url",
                provider.url().toString(),
                prefix + "credentials",
                "Bearer " + provider.options().key(),
                prefix + "resources",
                "sellers,products,transactions,terms",
                prefix + "connect-timeout",
                "PT1S",
                prefix + "read-timeout",
                "PT4S",
                prefix + "notice-secrets",
                provider.options().signature().secret());
    }

    /** Writes settings as files, which keeps secrets out of the environment. */
    static void writeFiles(Map<String, String> settings, Path base) {
        settings.forEach((name, value) -> {
            try {
                Files.writeString(base.resolve("configuration/settings").resolve(name), value);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /**
     * Returns JVM arguments for a server whose environment cannot be set: script variables and application settings.
     */
    static List<String> asArguments(Map<String, String> variables) {
        return Stream.concat(
                        new TreeMap<>(variables).entrySet().stream().map(each -> "-Denv." + each),
                        new TreeMap<>(APPLICATION).entrySet().stream().map(each -> "-D" + each))
                .toList();
    }

    /** Returns the environment of a server whose process the tests start. */
    static Map<String, String> asEnvironment(Map<String, String> variables) {
        Map<String, String> all = new HashMap<>(variables);
        APPLICATION.forEach((name, value) -> all.put(name.replaceAll("\\W", "_").toUpperCase(Locale.ROOT), value));
        return all;
    }
}
