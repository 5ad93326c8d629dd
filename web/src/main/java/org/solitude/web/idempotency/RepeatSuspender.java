package org.solitude.web.idempotency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.solitude.idempotency.AwaitedClaims;
import org.solitude.idempotency.IdempotencyService;
import org.solitude.idempotency.IdempotencySettings;
import org.solitude.idempotency.IdempotentWrite;
import org.solitude.idempotency.KeyDecision;
import org.solitude.idempotency.RequestInProgressException;
import org.solitude.task.longpoll.WaitingClient;
import org.solitude.web.async.StoredResponses;
import org.solitude.web.async.longpoll.LongPollSuspender;

/**
 * Suspends a repeat until the first call with its key has ended, and answers it with what became of that call. A
 * suspended repeat occupies its connection and no thread, so that repeats cannot starve other requests.
 *
 * <p>A repeat that has waited does not run itself, as its transaction could not enclose it any more: where the first
 * call left no response, its client gets a 409 and sends it again.
 */
@ApplicationScoped
public class RepeatSuspender {

    @Inject
    private AwaitedClaims awaitedClaims;

    @Inject
    private LongPollSuspender suspender;

    @Inject
    private IdempotencyService idempotency;

    @Inject
    private StoredResponses storedResponses;

    @Inject
    private IdempotencySettings settings;

    /**
     * Aborts the request with its response, now or when the wait is over.
     *
     * @param origin the scheme and authority that the client used
     * @throws RequestInProgressException if too many clients wait already
     */
    public void suspend(
            ContainerRequestContext request, KeyDecision.InProgress first, IdempotentWrite write, String origin) {
        WaitingClient client = awaitedClaims.register(first.claim()).orElseThrow(RequestInProgressException::new);
        boolean suspended = suspender.suspend(
                request, client, settings.maximumWait(), () -> isInProgress(write), () -> respond(write, origin));
        if (!suspended) {
            request.abortWith(respond(write, origin));
        }
    }

    private boolean isInProgress(IdempotentWrite write) {
        return idempotency
                .find(write)
                .filter(KeyDecision.InProgress.class::isInstance)
                .isPresent();
    }

    private Response respond(IdempotentWrite write, String origin) {
        Optional<KeyDecision> decision = idempotency.find(write);
        if (decision.orElse(null) instanceof KeyDecision.Accepted accepted) {
            return storedResponses.accepted(accepted.task(), origin);
        }
        if (decision.orElse(null) instanceof KeyDecision.Answered answered) {
            return StoredResponses.stored(answered.response()).build();
        }
        throw new RequestInProgressException();
    }
}
