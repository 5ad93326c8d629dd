package org.solitude.web.api.provider;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;
import java.util.Set;
import org.solitude.provider.ProviderRegistry;
import org.solitude.validation.RecordNotFoundException;
import org.solitude.web.http.problem.Problem;

/**
 * Answers 404 or 405 to a resource of a provider that is not configured, before an asynchronous write becomes a task.
 */
@Provider
@ProviderEndpoint
@Priority(Priorities.USER - 200)
public class ConfiguredProviderFilter implements ContainerRequestFilter {

    @Inject
    private ProviderRegistry providers;

    @Override
    public void filter(ContainerRequestContext request) {
        ProviderPathParameters path = ProviderPathParameters.of(request.getUriInfo());
        Optional<Set<String>> allowed = providers
                .find(path.name())
                .orElseThrow(() -> new RecordNotFoundException("There is no such provider."))
                .resources()
                .methodsAt(path.below());
        Set<String> methods =
                allowed.orElseThrow(() -> new RecordNotFoundException("The provider has no such resource."));
        String method = request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
        if (!methods.contains(method)) {
            request.abortWith(Problem.of(405, "This resource of the provider does not answer to this method.")
                    .asResponse()
                    .header(HttpHeaders.ALLOW, String.join(", ", methods))
                    .build());
        }
    }
}
