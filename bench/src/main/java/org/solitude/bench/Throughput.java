package org.solitude.bench;

import java.time.Duration;
import java.util.List;

/** How many a second, and how long each took. */
public record Throughput(String name, int number, double perSecond, Duration median, Duration slow) {
    private static final double SLOW = 0.99;

    static Throughput of(String name, List<Long> nanos, Duration length) {
        List<Long> sorted = nanos.stream().sorted().toList();
        return new Throughput(name, sorted.size(), rate(sorted.size(), length), at(sorted, 0.5), at(sorted, SLOW));
    }

    /** So many, with nothing known about each. */
    static Throughput of(String name, int number, Duration length) {
        return new Throughput(name, number, rate(number, length), Duration.ZERO, Duration.ZERO);
    }

    /** This rate in units of the other. */
    public double times(Throughput other) {
        return perSecond / other.perSecond;
    }

    private static double rate(int number, Duration length) {
        return number * 1e9 / Math.max(1, length.toNanos());
    }

    private static Duration at(List<Long> sorted, double part) {
        return sorted.isEmpty() ? Duration.ZERO : Duration.ofNanos(sorted.get((int) (part * (sorted.size() - 1))));
    }
}
