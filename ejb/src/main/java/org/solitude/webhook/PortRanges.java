package org.solitude.webhook;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Ports that may be called: {@code 443,8443} or {@code 1024-65535}. */
public record PortRanges(List<Range> ranges) {

    /** A range of ports, both ends included. */
    public record Range(int first, int last) {

        @Override
        public String toString() {
            return first == last ? Integer.toString(first) : first + "-" + last;
        }
    }

    /**
     * Parses a setting.
     *
     * @throws NumberFormatException if this is not a list of ports and ranges
     */
    public static PortRanges of(String text) {
        return new PortRanges(Arrays.stream(text.split(","))
                .map(range -> range.strip().split("-", 2))
                .map(ends ->
                        new Range(Integer.parseInt(ends[0].strip()), Integer.parseInt(ends[ends.length - 1].strip())))
                .toList());
    }

    boolean contain(int port) {
        return ranges.stream().anyMatch(range -> port >= range.first() && port <= range.last());
    }

    @Override
    public String toString() {
        return ranges.stream().map(Range::toString).collect(Collectors.joining(", "));
    }
}
