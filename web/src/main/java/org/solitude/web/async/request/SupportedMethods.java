package org.solitude.web.async.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.mock.MockHttpRequest;
import org.solitude.web.async.replay.RestEasyDispatcher;

/** Which methods the resource layer serves where. */
@ApplicationScoped
class SupportedMethods {

    /** A token that is no method of any resource, so that matching it tells which ones are. */
    private static final String NO_METHOD = "NONE";

    @Inject
    private RestEasyDispatcher restEasy;

    /** The methods served at that path, or empty where there is nothing. */
    Optional<Set<String>> methodsAt(UriInfo uri) {
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
