package org.solitude.bench;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Formats rates as a table, with each rate as a multiple of the first. */
record Report(List<Throughput> rates) {

    String asMarkdown() {
        return "| | requests | per second | median ms | 99 % ms | ratio |\n|---|---:|---:|---:|---:|---:|\n"
                + rates.stream().map(this::row).collect(Collectors.joining("\n")) + "\n";
    }

    private String row(Throughput rate) {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %.0f | %s | %s | %.2f |",
                rate.name(),
                rate.number(),
                rate.perSecond(),
                millis(rate.median()),
                millis(rate.slow()),
                rate.times(rates.get(0)));
    }

    private static String millis(Duration duration) {
        return duration.isZero() ? "" : String.format(Locale.ROOT, "%.1f", duration.toNanos() / 1e6);
    }
}
