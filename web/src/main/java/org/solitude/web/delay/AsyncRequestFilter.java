package org.solitude.web.delay;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import org.solitude.caller.Caller;
import org.solitude.delay.Acceptance;
import org.solitude.delay.StoredRequest;
import org.solitude.delay.Wishes;
import org.solitude.idempotency.KeyedWrite;
import org.solitude.idempotency.Repeats;
import org.solitude.idempotency.Turn;
import org.solitude.web.audit.AuditCalls;
import org.solitude.web.security.Callers;

/**
 * Turns a marked write into a task. It runs after the resource was matched and the caller's roles were checked, so
 * that what can be refused at once is refused at once and makes no task.
 */
@Provider
@Priority(Priorities.USER)
public class AsyncRequestFilter implements ContainerRequestFilter {

    @Inject
    private Acceptance acceptance;

    @Inject
    private Callers callers;

    @Inject
    private WishHeaders wishHeaders;

    @Inject
    private Repeats repeats;

    @Inject
    private Acknowledgement acknowledgement;

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        if (!AsyncHeader.asksFor(request)) {
            return;
        }
        StoredRequest stored = KeptRequest.of(request);
        Turn turn = accept(stored, () -> wishHeaders.of(request), IdempotencyKeyHeader.of(request));
        if (turn instanceof Turn.Accepted accepted) {
            if (accepted.first()) {
                request.setProperty(AuditCalls.MADE, accepted.task());
            }
            acknowledgement.answer(request, accepted.task(), callers.current(), stored.origin());
        } else if (turn instanceof Turn.Answered answered) {
            request.abortWith(FirstAnswers.stored(answered.response()).build());
        }
    }

    private Turn accept(StoredRequest stored, Supplier<Wishes> wishes, Optional<String> key) {
        Caller caller = callers.current();
        return key.map(given -> repeats.accept(KeyedWrite.of(caller, given, stored), stored, caller, wishes))
                .orElseGet(() -> new Turn.Accepted(
                        acceptance.accept(stored, caller, wishes.get()).uuid(), true));
    }
}
