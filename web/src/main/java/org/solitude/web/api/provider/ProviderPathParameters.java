package org.solitude.web.api.provider;

import jakarta.ws.rs.core.UriInfo;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/**
 * The parts of a path below {@code /provider/}, percent-encoded as they were sent.
 *
 * @param name the name of the provider
 * @param below the path of the provider's resource
 */
record ProviderPathParameters(String name, String below) {

    private static final String PREFIX = "/provider/";

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
