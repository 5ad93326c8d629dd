package org.solitude.web.async;

import static java.util.stream.Collectors.joining;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.solitude.web.http.headers.Preferences;

/**
 * Adds {@code Preference-Applied} with the preferences that were honoured (RFC 7240, 3), and {@code Vary: Prefer} to
 * every write and poll. In a replay only {@code return} can be preferred, and the resource tells whether it was.
 */
@Provider
public class PreferenceAppliedFilter implements ContainerResponseFilter {

    private static final String APPLIED = PreferenceAppliedFilter.class.getName() + ".applied";
    private static final String VARIES = PreferenceAppliedFilter.class.getName() + ".poll";

    /** Marks a request whose response depends on {@code Prefer}. */
    public static void varyByPrefer(ContainerRequestContext request) {
        request.setProperty(VARIES, Boolean.TRUE);
    }

    /** Sets the preferences that were honoured. */
    public static void setApplied(ContainerRequestContext request, Optional<String> preferences) {
        preferences.ifPresent(applied -> request.setProperty(APPLIED, applied));
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (AsyncHeader.isReplay(request)) {
            return;
        }
        boolean varies = AsyncHeader.METHODS.contains(request.getMethod()) || request.getProperty(VARIES) != null;
        // the stored response of an idempotency key has the header already
        if (varies
                && !response.getHeaders()
                        .getOrDefault(HttpHeaders.VARY, List.of())
                        .contains(Preferences.NAME)) {
            response.getHeaders().add(HttpHeaders.VARY, Preferences.NAME);
        }
        Object applied = request.getProperty(APPLIED);
        if (applied != null) {
            // a response that was stored has its own, of return
            List<Object> all = new ArrayList<>(response.getHeaders().getOrDefault(Preferences.APPLIED, List.of()));
            all.add(0, applied);
            response.getHeaders()
                    .putSingle(
                            Preferences.APPLIED,
                            all.stream().map(Object::toString).collect(joining(", ")));
        }
    }
}
