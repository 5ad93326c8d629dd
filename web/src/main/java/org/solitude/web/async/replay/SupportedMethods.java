package org.solitude.web.async.replay;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.mock.MockHttpRequest;

/** Tells which methods the resource at a path supports. */
@ApplicationScoped
public class SupportedMethods {

    /** A method that no resource has: RESTEasy refuses it, and lists the methods of the resource. */
    private static final String NO_METHOD = "NONE";

    @Inject
    private RestEasyDispatcher restEasy;

    /** Returns the methods of the resource at a path; empty where there is no resource. */
    public Optional<Set<String>> methodsAt(UriInfo uri) {
        try {
            restEasy.dispatcher()
                    .getRegistry()
                    .getResourceInvoker(MockHttpRequest.create(NO_METHOD, uri.getRequestUri(), uri.getBaseUri()));
            return Optional.of(Set.of());
        } catch (NotAllowedException e) {
            String allow = e.getResponse().getHeaderString(HttpHeaders.ALLOW);
            return Optional.of(allow == null ? Set.of() : Set.of(allow.split("\\s*,\\s*")));
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }
}
