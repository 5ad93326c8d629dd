package org.solitude.web.api.provider;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.solitude.provider.ProviderCallContext;
import org.solitude.web.async.replay.ReplayedTask;

/**
 * A task whose provider was not asked, because it is down or busy, waits without losing an attempt: an hour's outage must
 * not bury what came in that hour. A client who waits itself is told 503.
 */
@Provider
@ProviderEndpoint
public class UnaskedProviderFilter implements ContainerResponseFilter {

    @Inject
    private ProviderCallContext callContext;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() == 503 && ReplayedTask.of(request).isPresent()) {
            callContext.deferral().ifPresent(delay -> ReplayedTask.defer(request, spread(delay)));
        }
    }

    /** Those that wait for the same provider do not all come back at once. */
    private static Duration spread(Duration delay) {
        return delay.plusMillis(ThreadLocalRandom.current().nextLong(delay.toMillis() + 1));
    }
}
