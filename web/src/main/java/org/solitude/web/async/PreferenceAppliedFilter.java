package org.solitude.web.async;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Optional;

/**
 * Says in a response which preferences were honoured, and that others would have changed it: so it does for each write and
 * each poll. A replay prefers nothing; what is stored of it says nothing either.
 */
@Provider
public class PreferenceAppliedFilter implements ContainerResponseFilter {

    private static final String APPLIED = PreferenceAppliedFilter.class.getName() + ".applied";
    private static final String VARIES = PreferenceAppliedFilter.class.getName() + ".poll";

    /** The response to this request is one that preferences may change. */
    public static void varyByPrefer(ContainerRequestContext request) {
        request.setProperty(VARIES, Boolean.TRUE);
    }

    /** These preferences were honoured. */
    public static void setApplied(ContainerRequestContext request, Optional<String> preferences) {
        preferences.ifPresent(each -> request.setProperty(APPLIED, each));
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (AsyncHeader.isReplay(request)) {
            return;
        }
        boolean changeable = AsyncHeader.METHODS.contains(request.getMethod()) || request.getProperty(VARIES) != null;
        // the answer of an idempotency key is kept as it left, and says so already
        if (changeable
                && !response.getHeaders()
                        .getOrDefault(HttpHeaders.VARY, List.of())
                        .contains(Preferences.NAME)) {
            response.getHeaders().add(HttpHeaders.VARY, Preferences.NAME);
        }
        Object applied = request.getProperty(APPLIED);
        if (applied != null) {
            response.getHeaders().putSingle(Preferences.APPLIED, applied);
        }
    }
}
