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
 * Lets the first of the writes with one key run, and answers the others as it was answered. It runs after the resource
 * was matched and the caller's roles were checked, so that what is refused at once uses up no key. A delayed write is
 * {@link org.solitude.web.async.request.AsyncRequestFilter}' business. A proxy keeps no keys: there they are the provider's business.
 */
@Provider
@Priority(Priorities.USER - 1)
public class IdempotencyFilter implements ContainerRequestFilter {

    @Inject
    private IdempotencyService idempotency;

    @Inject
    private StoredResponses storedResponses;

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
        KeyDecision turn = idempotency.claim(IdempotentWrite.of(callers.current(), key.get(), write));
        if (turn instanceof KeyDecision.Proceed mine) {
            request.setProperty(KeyDecision.Proceed.class.getName(), mine);
        } else if (turn instanceof KeyDecision.Accepted accepted) {
            request.abortWith(storedResponses.accepted(accepted.task(), write.origin()));
        } else if (turn instanceof KeyDecision.Answered answered) {
            request.abortWith(StoredResponses.stored(answered.response()).build());
        }
    }
}
