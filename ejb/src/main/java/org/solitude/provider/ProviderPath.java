package org.solitude.provider;

import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * Checks paths below a provider's base. Only segments of harmless characters are allowed; whatever an intermediary
 * might read differently (dot segments, encoded slashes, an authority) is not.
 */
final class ProviderPath {

    /**
     * The pchar of RFC 3986 with percent-encoded octets, except control characters, slash, backslash, dot, percent and
     * semicolon. Many servers cut off what follows a semicolon (a matrix parameter): to them {@code transactions/;a} is
     * {@code transactions/}, a charge that would pass our books.
     */
    private static final Pattern SEGMENT = Pattern.compile("(?:[A-Za-z0-9._~!$&'()*+,=:@-]"
            + "|%(?!2[Ff]|3[Bb]|5[Cc]|25|2[Ee]|[01][0-9A-Fa-f]|7[Ff])[0-9A-Fa-f]{2})+");

    private static final int MAX_LENGTH = 2_000;

    private ProviderPath() {}

    static boolean isPlain(String path) {
        String[] segments = path.split("/", -1);
        int named = segments[segments.length - 1].isEmpty() ? segments.length - 1 : segments.length;
        return named > 0
                && path.length() <= MAX_LENGTH
                && Arrays.stream(segments, 0, named)
                        .allMatch(segment ->
                                SEGMENT.matcher(segment).matches() && !segment.equals(".") && !segment.equals(".."));
    }

    static String firstSegment(String path) {
        int slash = path.indexOf('/');
        return slash < 0 ? path : path.substring(0, slash);
    }
}
