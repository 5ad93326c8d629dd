package org.solitude.web.async;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Set;
import org.solitude.web.http.headers.Preferences;

/**
 * Reads {@code Solitude-Async}, a header of our own; {@code Prefer: respond-async} (RFC 7240) means the same. Any
 * non-empty value in a request makes it asynchronous. In the response to a poll, {@code yes} means that the task has
 * run and {@code no} that it has not.
 */
public final class AsyncHeader {

    public static final String NAME = "Solitude-Async";
    public static final String YES = "yes";
    public static final String NO = "no";

    /** The methods of requests that can be made asynchronous. */
    public static final Set<String> METHODS = Set.of("POST", "PUT", "PATCH");

    private static final String REPLAY = AsyncHeader.class.getName() + ".replay";

    private AsyncHeader() {}

    /** Tells whether a client sent the header. In a replay it has no effect. */
    public static boolean isPresent(ContainerRequestContext request) {
        String value = request.getHeaderString(NAME);
        return value != null && !value.isBlank() && !isReplay(request);
    }

    /**
     * Tells whether a request becomes a task: by this header, or by {@code Prefer: respond-async} on a supported
     * method.
     */
    public static boolean requestsAsync(ContainerRequestContext request) {
        return isPresent(request)
                || METHODS.contains(request.getMethod())
                        && !isReplay(request)
                        && Preferences.of(request).respondAsync();
    }

    /** Tells whether this request is a replay. */
    static boolean isReplay(ContainerRequestContext request) {
        return request.getProperty(REPLAY) != null;
    }

    /** Returns the name of the request property that a replay has: the UUID of its task. No client can set it. */
    public static String replayProperty() {
        return REPLAY;
    }
}
