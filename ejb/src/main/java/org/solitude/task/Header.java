package org.solitude.task;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One field line of HTTP headers. A header with several values is several of these, in order. */
public record Header(String name, String value) {

    /** Returns the first value of that header; null if there is none. Names are case-insensitive (RFC 9110 5.1). */
    public static @Nullable String first(List<Header> headers, String name) {
        for (Header header : headers) {
            if (header.name.equalsIgnoreCase(name)) {
                return header.value;
            }
        }
        return null;
    }

    /**
     * Serializes headers for storage, one {@code name:value} a line. Values cannot hold a line break (RFC 9110 5.5).
     */
    public static byte[] toBytes(List<Header> headers) {
        StringBuilder lines = new StringBuilder();
        for (Header header : headers) {
            lines.append(header.name).append(':').append(unfolded(header.value)).append('\n');
        }
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Parses headers that {@link #toBytes} serialized. */
    public static List<Header> fromBytes(byte[] stored) {
        List<Header> headers = new ArrayList<>();
        new String(stored, StandardCharsets.UTF_8).lines().forEach(line -> {
            int colon = line.indexOf(':');
            headers.add(new Header(line.substring(0, colon), line.substring(colon + 1)));
        });
        return List.copyOf(headers);
    }

    private static String unfolded(String value) {
        return value.replaceAll("[\\r\\n]+", " ");
    }
}
