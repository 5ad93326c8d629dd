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
 * Defers a task whose provider was not called because it is down or busy, without counting the attempt: tasks must not
 * die of an outage of an hour. A synchronous client gets the 503.
 */
@Provider
@ProviderEndpoint
public class UnaskedProviderFilter implements ContainerResponseFilter {

    @Inject
    private ProviderCallContext callContext;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() == 503 && ReplayedTask.of(request).isPresent()) {
            callContext.deferral().ifPresent(delay -> ReplayedTask.defer(request, withJitter(delay)));
        }
    }

    /** Adds jitter, so that tasks that wait for one provider do not all run at once. */
    private static Duration withJitter(Duration delay) {
        return delay.plusMillis(ThreadLocalRandom.current().nextLong(delay.toMillis() + 1));
    }
}
