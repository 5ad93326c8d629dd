package org.solitude.web.http.security;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import org.solitude.web.http.problem.Problem;
import org.solitude.web.http.problem.StatusDetails;

/**
 * Replaces the plain text with which RESTEasy answers 403 to a caller without the role; no exception mapper sees that
 * response.
 */
@Provider
public class ForbiddenResponseFilter implements ContainerResponseFilter {

    private static final String RESTEASY_MESSAGE = "Access forbidden: role not allowed";

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (RESTEASY_MESSAGE.equals(response.getEntity())) {
            response.setEntity(
                    Problem.of(SecurityErrors.FORBIDDEN, StatusDetails.of(SecurityErrors.FORBIDDEN)),
                    new Annotation[0],
                    MediaType.valueOf(Problem.MEDIA_TYPE));
        }
    }
}
