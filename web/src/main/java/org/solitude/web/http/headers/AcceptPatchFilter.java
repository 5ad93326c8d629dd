package org.solitude.web.http.headers;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;
import java.util.Objects;
import java.util.Set;
import org.solitude.web.http.json.MergePatch;

/** Tells with {@code Accept-Patch} which bodies a PATCH takes, where a client asks (OPTIONS) or sent another (RFC 5789). */
@Provider
public class AcceptPatchFilter implements ContainerResponseFilter {

    private static final String ACCEPT_PATCH = "Accept-Patch";
    private static final String TYPES = MediaType.APPLICATION_JSON + ", " + MergePatch.MEDIA_TYPE;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        boolean asks = request.getMethod().equals(HttpMethod.OPTIONS) && allowsPatch(response);
        boolean sentAnother = request.getMethod().equals(HttpMethod.PATCH)
                && response.getStatus() == Status.UNSUPPORTED_MEDIA_TYPE.getStatusCode();
        if (asks || sentAnother) {
            response.getHeaders().putSingle(ACCEPT_PATCH, TYPES);
        }
    }

    private static boolean allowsPatch(ContainerResponseContext response) {
        String allow = Objects.requireNonNullElse(response.getHeaderString(HttpHeaders.ALLOW), "");
        return Set.of(allow.split("\\s*,\\s*")).contains(HttpMethod.PATCH);
    }
}
