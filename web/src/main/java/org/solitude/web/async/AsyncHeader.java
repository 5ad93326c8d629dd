package org.solitude.web.async;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Set;

/** {@code Solitude-Async}: asked with any non-empty value, answered with {@code yes} (has run) or {@code no}. */
public final class AsyncHeader {

    public static final String NAME = "Solitude-Async";
    public static final String YES = "yes";
    public static final String NO = "no";

    /** The methods it works on. */
    public static final Set<String> METHODS = Set.of("POST", "PUT", "PATCH");

    private static final String REPLAY = AsyncHeader.class.getName() + ".replay";

    private AsyncHeader() {}

    /** Whether this request carries the header. A replay never asks, whatever its headers say. */
    public static boolean isPresent(ContainerRequestContext request) {
        String value = request.getHeaderString(NAME);
        return value != null && !value.isBlank() && !isReplay(request);
    }

    /** Whether this request is to be delayed: by the header, or, where that is possible, by preference. */
    public static boolean requestsAsync(ContainerRequestContext request) {
        return isPresent(request)
                || METHODS.contains(request.getMethod())
                        && !isReplay(request)
                        && Preferences.of(request).respondAsync();
    }

    /** Whether this is no client's call but the replay of one. */
    static boolean isReplay(ContainerRequestContext request) {
        return request.getProperty(REPLAY) != null;
    }

    /** The request property, out of every client's reach, that tells a replay from a call: the task's uuid. */
    public static String replayProperty() {
        return REPLAY;
    }
}
