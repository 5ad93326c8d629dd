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
 * What the tests' servers are told besides their database and ports: to have less patience than a real server, so that what
 * takes minutes there takes seconds here, and to bear with tests that poll faster than any client should.
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
            // so many that PinIT sees by the time whether a guess was hashed
            Map.entry("solitude.pin.iterations", "50000"),
            Map.entry("solitude.payment.reconcile", "PT1S"),
            Map.entry("solitude.payment.patience", "PT2S"),
            Map.entry("solitude.request.polls-per-second", "100000"),
            Map.entry("solitude.request.poll-burst", "1000000"),
            Map.entry("solitude.callback.allow-http", "true"),
            Map.entry("solitude.callback.ports", "443,1024-65535"),
            Map.entry("solitude.callback.allowed-addresses", "127.0.0.5"),
            Map.entry("solitude.callback.schedule", "PT0.1S,PT0.2S,PT0.2S,PT0.2S,PT0.2S,PT0.2S,PT0.2S"),
            Map.entry("solitude.callback.timeout", "PT3S"),
            Map.entry("solitude.callback.round", "PT0.2S"));

    private TestSettings() {}

    /** Of a provider that is to be known as {@code reference}. */
    static Map<String, String> of(ReferenceProvider provider) {
        String mine = "solitude.provider.reference.";
        return Map.of(
                mine + "url",
                provider.url().toString(),
                mine + "credentials",
                "Bearer " + provider.options().key(),
                mine + "resources",
                "sellers,products,transactions,terms",
                mine + "connect-timeout",
                "PT1S",
                mine + "read-timeout",
                "PT4S",
                mine + "notice-secrets",
                provider.options().signature().secret());
    }

    /** As files, which is how a secret is kept out of the environment. */
    static void writeFiles(Map<String, String> settings, Path base) {
        settings.forEach((name, value) -> {
            try {
                Files.writeString(base.resolve("configuration/settings").resolve(name), value);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** For a server whose environment cannot be set: its script's variables and the application's properties. */
    static List<String> asArguments(Map<String, String> variables) {
        return Stream.concat(
                        new TreeMap<>(variables).entrySet().stream().map(each -> "-Denv." + each),
                        new TreeMap<>(APPLICATION).entrySet().stream().map(each -> "-D" + each))
                .toList();
    }

    /** For a server of which we start the process. */
    static Map<String, String> asEnvironment(Map<String, String> variables) {
        Map<String, String> all = new HashMap<>(variables);
        APPLICATION.forEach((name, value) -> all.put(name.replaceAll("\\W", "_").toUpperCase(Locale.ROOT), value));
        return all;
    }
}
