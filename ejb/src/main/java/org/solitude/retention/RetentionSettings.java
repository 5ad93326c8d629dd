package org.solitude.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** How long tasks are kept that have ended. Only this class reads it. */
@ApplicationScoped
public class RetentionSettings {

    @Inject
    @ConfigProperty(name = "solitude.delay.retention", defaultValue = "P30D")
    private Duration kept;

    @Inject
    @ConfigProperty(name = "solitude.delay.retention-dead", defaultValue = "P90D")
    private Duration deadKept;

    @Inject
    @ConfigProperty(name = "solitude.delay.retention-clients")
    private Optional<List<String>> clients;

    @Inject
    @ConfigProperty(name = "solitude.delay.retention-round", defaultValue = "PT1M")
    private Duration interval;

    /** The pause between two looks for what may go. */
    Duration interval() {
        return interval;
    }

    /**
     * The rules: those of clients that have their own, and those of all the others.
     *
     * @throws IllegalArgumentException with a sentence for the operator, where a client's is malformed
     */
    List<RetentionRule> rules() {
        return RetentionRule.of(kept, deadKept, agesByOwner(clients.orElse(List.of())));
    }

    /** How long the tasks of single owners are kept, as the operator wrote it. */
    static Map<String, Duration> agesByOwner(List<String> rules) {
        Map<String, Duration> ages = new TreeMap<>();
        for (String rule : rules) {
            int colon = rule.lastIndexOf(':');
            if (colon < 1) {
                throw malformed(rule, null);
            }
            ages.put(owner(rule.substring(0, colon).strip()), age(rule, rule.substring(colon + 1)));
        }
        return ages;
    }

    /** A client by its name; an owner that is not a client with a secret by all of its id. */
    private static String owner(String name) {
        return name.startsWith("token:") || name.startsWith("client:") ? name : "client:" + name;
    }

    private static Duration age(String rule, String text) {
        try {
            return Duration.parse(text.strip());
        } catch (DateTimeException e) {
            throw malformed(rule, e);
        }
    }

    private static IllegalArgumentException malformed(String rule, @Nullable Throwable cause) {
        return new IllegalArgumentException(
                "SOLITUDE_DELAY_RETENTION_CLIENTS is written CLIENT:DURATION,CLIENT:DURATION (shop:P7D), not " + rule,
                cause);
    }
}
