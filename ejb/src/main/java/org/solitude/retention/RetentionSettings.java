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
import org.solitude.config.Setting;

/** Reads how long ended tasks are retained. */
@ApplicationScoped
public class RetentionSettings {

    @Inject
    @Setting(
            description =
                    "How long a task that is done, cancelled or expired is stored after its end, with its response "
                            + "and attempts.",
            range = "zero or more; above four days to keep the deliveries of webhooks")
    @ConfigProperty(name = "solitude.delay.retention", defaultValue = "P30D")
    private Duration kept;

    @Inject
    @Setting(
            description = "How long a dead task is stored after its last attempt, with its request.",
            range = "zero or more")
    @ConfigProperty(name = "solitude.delay.retention-dead", defaultValue = "P90D")
    private Duration deadKept;

    @Inject
    @Setting(
            description =
                    "Retention of single clients, for ended and dead tasks alike: `shop:P7D,wallet:P365D`. The owner "
                            + "of a token's tasks is written in full: `token:ISSUER SUBJECT:P7D`.",
            type = "list of `CLIENT:DURATION`",
            range = "days or less as units, not months or years; enforced")
    @ConfigProperty(name = "solitude.delay.retention-clients")
    private Optional<List<String>> clients;

    @Inject
    @ConfigProperty(name = "solitude.delay.retention-round", defaultValue = "PT1M")
    private Duration interval;

    /** Returns the interval at which tasks are deleted. */
    Duration interval() {
        return interval;
    }

    /**
     * Returns the rules: those of single clients, and those of all others.
     *
     * @throws IllegalArgumentException if the rule of a client is malformed; the message is for the operator
     */
    List<RetentionRule> rules() {
        return RetentionRule.of(kept, deadKept, agesByOwner(clients.orElse(List.of())));
    }

    /** Parses how long the tasks of single owners are retained. */
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

    /** Returns the owner's id: the whole text if it is an id, or else that of the client with this name. */
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
