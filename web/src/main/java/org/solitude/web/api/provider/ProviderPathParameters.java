package org.solitude.web.api.provider;

import jakarta.ws.rs.core.UriInfo;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of a path below {@code /provider/}, percent-encoded as they were sent.
 *
 * @param name the name of the provider
 * @param below the path of the provider's resource
 */
record ProviderPathParameters(String name, String below) {

    private static final String PREFIX = "/provider/";
    private static final Pattern REFUNDS = Pattern.compile("transactions/([^/]+)/([^/]+)/?");

    /**
     * Returns the uuid of the payment whose refunds this path names, however that is written; empty for any other path.
     */
    Optional<String> refundedPayment() {
        Matcher refunds = REFUNDS.matcher(below);
        return refunds.matches()
                        && decoded(refunds.group(2).replaceFirst("(?s);.*", "")).equalsIgnoreCase("refunds")
                ? Optional.of(decoded(refunds.group(1)))
                : Optional.empty();
    }

    /** Decodes a segment of a path, in which a plus sign stands for itself. */
    private static String decoded(String segment) {
        return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    static ProviderPathParameters of(UriInfo uri) {
        String path = uri.getRequestUri().getRawPath();
        String rest = path.startsWith(PREFIX) ? path.substring(PREFIX.length()) : "";
        int slash = rest.indexOf('/');
        return slash < 0
                ? new ProviderPathParameters(rest, "")
                : new ProviderPathParameters(rest.substring(0, slash), rest.substring(slash + 1));
    }

    /** Returns whether the path begins with this segment, however it is encoded and whatever parameters it has. */
    boolean isBelow(String segment) {
        String first = below.replaceFirst("(?s)[/;].*", "");
        return URLDecoder.decode(first, StandardCharsets.UTF_8).equalsIgnoreCase(segment);
    }
}
