package org.solitude.web.http;

import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Locale;
import java.util.Objects;

/**
 * This server as the client of a request addressed it: scheme, host and port.
 *
 * @param base an absolute URI with an authority
 */
public record ServerOrigin(URI base) {

    /** Takes the origin of a request; in a replay, that of the request which the client sent. */
    public static ServerOrigin of(UriInfo uri) {
        return new ServerOrigin(uri.getBaseUri());
    }

    /**
     * Returns the path in a reference to a record: the reference itself, or the path of an absolute URI of this server.
     *
     * @throws IllegalArgumentException for the URI of another server, and for one with a query, a fragment or a user
     */
    public String pathIn(String reference) {
        URI uri = URI.create(reference);
        boolean isPath = uri.getScheme() == null && uri.getRawAuthority() == null;
        if (!isPath && !isHere(uri)) {
            throw new IllegalArgumentException("another server");
        }
        if (uri.getPath() == null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new IllegalArgumentException("more than a path");
        }
        return uri.getPath();
    }

    private boolean isHere(URI uri) {
        return base.getScheme().equalsIgnoreCase(uri.getScheme())
                && authority(base).equals(authority(uri));
    }

    /** Returns host and port. The whole authority is compared, because a host may have a name that is none in DNS. */
    private static String authority(URI uri) {
        String defaultPort = "https".equalsIgnoreCase(uri.getScheme()) ? ":443" : ":80";
        String authority = Objects.requireNonNullElse(uri.getRawAuthority(), "").toLowerCase(Locale.ROOT);
        return authority.endsWith(defaultPort)
                ? authority.substring(0, authority.length() - defaultPort.length())
                : authority;
    }
}
