package org.solitude.bench;

import java.time.Duration;
import java.util.List;

/**
 * The rate of requests and their response times.
 *
 * @param number the number of requests
 * @param median the median of the response times; zero if they are not known
 * @param slow the 99th percentile of the response times; zero if they are not known
 */
public record Throughput(String name, int number, double perSecond, Duration median, Duration slow) {
    private static final double SLOW = 0.99;

    static Throughput of(String name, List<Long> nanos, Duration length) {
        List<Long> sorted = nanos.stream().sorted().toList();
        return new Throughput(name, sorted.size(), rate(sorted.size(), length), at(sorted, 0.5), at(sorted, SLOW));
    }

    /** Returns the throughput of requests whose response times are not known. */
    static Throughput of(String name, int number, Duration length) {
        return new Throughput(name, number, rate(number, length), Duration.ZERO, Duration.ZERO);
    }

    /** Returns this rate divided by the other. */
    public double times(Throughput other) {
        return perSecond / other.perSecond;
    }

    private static double rate(int number, Duration length) {
        return number * 1e9 / Math.max(1, length.toNanos());
    }

    private static Duration at(List<Long> sorted, double quantile) {
        return sorted.isEmpty() ? Duration.ZERO : Duration.ofNanos(sorted.get((int) (quantile * (sorted.size() - 1))));
    }
}
