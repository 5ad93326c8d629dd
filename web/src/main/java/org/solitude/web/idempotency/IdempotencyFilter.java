package org.solitude.web.idempotency;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import org.solitude.idempotency.IdempotencyService;
import org.solitude.idempotency.IdempotentWrite;
import org.solitude.idempotency.KeyDecision;
import org.solitude.proxy.ProxySettings;
import org.solitude.task.StoredRequest;
import org.solitude.web.async.AsyncHeader;
import org.solitude.web.async.RequestSnapshot;
import org.solitude.web.async.StoredResponses;
import org.solitude.web.http.security.CallerResolver;

/**
 * Lets the first write with an idempotency key run and answers each repeat with the first response. It runs after the
 * resource was matched and roles were checked, so that a call that is refused at once uses up no key. Asynchronous
 * writes are handled by {@link org.solitude.web.async.request.AsyncRequestFilter}. A proxy stores no keys: it passes
 * them on to the provider.
 */
@Provider
@Priority(Priorities.USER - 1)
public class IdempotencyFilter implements ContainerRequestFilter {

    @Inject
    private IdempotencyService idempotency;

    @Inject
    private StoredResponses storedResponses;

    @Inject
    private RepeatSuspender repeats;

    @Inject
    private CallerResolver callers;

    @Inject
    private ProxySettings proxy;

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        Optional<String> key = IdempotencyKeyHeader.of(request);
        if (key.isEmpty() || proxy.isProxy() || AsyncHeader.requestsAsync(request)) {
            return;
        }
        StoredRequest write = RequestSnapshot.of(request);
        request.setEntityStream(new ByteArrayInputStream(write.body()));
        IdempotentWrite idempotent = IdempotentWrite.of(callers.current(), key.get(), write);
        KeyDecision decision = idempotency.claim(idempotent);
        if (decision instanceof KeyDecision.Proceed claim) {
            request.setProperty(KeyDecision.Proceed.class.getName(), claim);
        } else if (decision instanceof KeyDecision.Accepted accepted) {
            request.abortWith(storedResponses.accepted(accepted.task(), write.origin()));
        } else if (decision instanceof KeyDecision.Answered answered) {
            request.abortWith(StoredResponses.stored(answered.response()).build());
        } else if (decision instanceof KeyDecision.InProgress first) {
            repeats.suspend(request, first, idempotent, write.origin());
        }
    }
}
