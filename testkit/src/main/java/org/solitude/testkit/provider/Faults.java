package org.solitude.testkit.provider;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How ill the provider is. Shares lie between 0 and 1; the seed decides whom they hit.
 *
 * @param latency before anything happens
 * @param settling from the charge until the payment is completed or failed, and the notice about it
 * @param unavailable share of requests that get 503 with {@code Retry-After}, before anything happens
 * @param droppedBefore share of connections that are closed before anything happens
 * @param droppedAfter share of connections that are closed when all has happened, instead of an answer
 * @param refused share of payments that get 402 at once
 * @param declined share of payments that are taken on, never charged, and failed later
 * @param noticesLost share of notices that are never sent
 */
public record Faults(
        long seed,
        Duration latency,
        Duration settling,
        double unavailable,
        double droppedBefore,
        double droppedAfter,
        double refused,
        double declined,
        double noticesLost) {

    private static final Set<String> NAMES = Set.of(
            "seed",
            "latency",
            "settling",
            "unavailable",
            "dropped-before",
            "dropped-after",
            "refused",
            "declined",
            "notices-lost");

    /** A provider in good health. */
    public static Faults none() {
        return of();
    }

    /** Written as on the command line: {@code Faults.of("latency=PT2S", "unavailable=0.1", "seed=7")}. */
    public static Faults of(String... assignments) {
        return of(Arrays.stream(assignments)
                .map(each -> each.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1])));
    }

    static Faults of(Map<String, String> values) {
        Map<String, String> unknown = new TreeMap<>(values);
        unknown.keySet().removeAll(NAMES);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(unknown.keySet() + " is none of " + NAMES);
        }
        return new Faults(
                Long.parseLong(values.getOrDefault("seed", "1")),
                Duration.parse(values.getOrDefault("latency", "PT0S")),
                Duration.parse(values.getOrDefault("settling", "PT0S")),
                share(values, "unavailable"),
                share(values, "dropped-before"),
                share(values, "dropped-after"),
                share(values, "refused"),
                share(values, "declined"),
                share(values, "notices-lost"));
    }

    private static double share(Map<String, String> values, String name) {
        double share = Double.parseDouble(values.getOrDefault(name, "0"));
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(name + " is a share between 0 and 1, not " + share);
        }
        return share;
    }
}
