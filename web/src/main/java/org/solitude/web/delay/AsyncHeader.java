package org.solitude.web.delay;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Set;

/** {@code Solitude-Async}: asked with any non-empty value, answered with {@code yes} (has run) or {@code no}. */
final class AsyncHeader {

    static final String NAME = "Solitude-Async";
    static final String YES = "yes";
    static final String NO = "no";

    /** The methods it works on. */
    static final Set<String> METHODS = Set.of("POST", "PUT", "PATCH");

    private static final String REPLAY = AsyncHeader.class.getName() + ".replay";

    private AsyncHeader() {}

    /** Whether this request carries the header. A replay never asks, whatever its headers say. */
    static boolean isOn(ContainerRequestContext request) {
        String value = request.getHeaderString(NAME);
        return value != null && !value.isBlank() && !isReplay(request);
    }

    /** Whether this request is to be delayed: by the header, or, where that is possible, by preference. */
    static boolean asksFor(ContainerRequestContext request) {
        return isOn(request)
                || METHODS.contains(request.getMethod())
                        && !isReplay(request)
                        && Preferences.of(request).respondAsync();
    }

    /** Whether this is no client's call but the replay of one. */
    static boolean isReplay(ContainerRequestContext request) {
        return request.getProperty(REPLAY) != null;
    }

    /** The request property, out of every client's reach, that tells a replay from a call: the task's uuid. */
    static String replayProperty() {
        return REPLAY;
    }
}
