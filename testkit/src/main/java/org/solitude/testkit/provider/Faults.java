package org.solitude.testkit.provider;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The faults that the provider simulates. Shares are between 0 and 1; the seed decides which requests they affect.
 *
 * @param seed the seed of the random decisions
 * @param latency the delay before a request is processed
 * @param settling the time from the charge until the payment is completed or failed, and its event is sent
 * @param unavailable share of requests that get 503 with {@code Retry-After} and are not processed
 * @param droppedBefore share of connections that are closed before the request is processed
 * @param droppedAfter share of connections that are closed after the request is processed, without a response
 * @param refused share of payments that get 402 at once
 * @param declined share of payments that are accepted, never charged, and failed later
 * @param noticesLost share of events that are never sent
 * @param noticesTwice share of events that are sent twice
 * @param noticesLate share of settlements after which an event says once more that the payment is pending
 * @param noticesWrong share of settlements before which an event reports another amount
 * @param missing share of requests that get 404 and are not processed, as during a deployment
 * @param keysKept how long a repeated {@code Idempotency-Key} is recognized
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
        double noticesLost,
        double noticesTwice,
        double noticesLate,
        double noticesWrong,
        double missing,
        Duration keysKept) {

    private static final Set<String> NAMES = Set.of(
            "seed",
            "latency",
            "settling",
            "unavailable",
            "dropped-before",
            "dropped-after",
            "refused",
            "declined",
            "notices-lost",
            "notices-twice",
            "notices-late",
            "notices-wrong",
            "missing",
            "keys-kept");

    /** Returns no faults. */
    public static Faults none() {
        return of();
    }

    /**
     * Parses faults as on the command line: {@code Faults.of("latency=PT2S", "unavailable=0.1", "seed=7")}.
     *
     * @throws IllegalArgumentException for an unknown name or a share outside of 0 to 1
     */
    public static Faults of(String... assignments) {
        return of(Arrays.stream(assignments)
                .map(each -> each.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1])));
    }

    static Faults of(Map<String, String> values) {
        Map<String, String> unknown = new TreeMap<>(values);
        unknown.keySet().removeAll(NAMES);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(unknown.keySet() + " is not one of " + NAMES);
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
                share(values, "notices-lost"),
                share(values, "notices-twice"),
                share(values, "notices-late"),
                share(values, "notices-wrong"),
                share(values, "missing"),
                Duration.parse(values.getOrDefault("keys-kept", "P1D")));
    }

    private static double share(Map<String, String> values, String name) {
        double share = Double.parseDouble(values.getOrDefault(name, "0"));
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(name + " must be between 0 and 1, but is " + share);
        }
        return share;
    }
}
