package org.solitude.web.async.request;

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
import org.solitude.idempotency.IdempotencyService;
import org.solitude.idempotency.IdempotentWrite;
import org.solitude.idempotency.KeyDecision;
import org.solitude.task.StoredRequest;
import org.solitude.task.TaskOptions;
import org.solitude.task.submission.TaskSubmission;
import org.solitude.web.async.AsyncHeader;
import org.solitude.web.async.RequestSnapshot;
import org.solitude.web.async.StoredResponses;
import org.solitude.web.http.audit.AuditFilter;
import org.solitude.web.http.security.CallerResolver;
import org.solitude.web.idempotency.IdempotencyKeyHeader;

/**
 * Turns a marked write into a task. It runs after the resource was matched and the caller's roles were checked, so
 * that what can be refused at once is refused at once and makes no task.
 */
@Provider
@Priority(Priorities.USER)
public class AsyncRequestFilter implements ContainerRequestFilter {

    @Inject
    private TaskSubmission submission;

    @Inject
    private CallerResolver callers;

    @Inject
    private TaskOptionHeaders optionHeaders;

    @Inject
    private IdempotencyService idempotency;

    @Inject
    private AcceptedResponder acceptedResponder;

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        if (!AsyncHeader.requestsAsync(request)) {
            return;
        }
        StoredRequest stored = RequestSnapshot.of(request);
        KeyDecision turn = accept(stored, () -> optionHeaders.of(request), IdempotencyKeyHeader.of(request));
        if (turn instanceof KeyDecision.Accepted accepted) {
            if (accepted.first()) {
                request.setProperty(AuditFilter.TASK_UUID, accepted.task());
            }
            acceptedResponder.respond(request, accepted.task(), callers.current(), stored.origin());
        } else if (turn instanceof KeyDecision.Answered answered) {
            request.abortWith(StoredResponses.stored(answered.response()).build());
        }
    }

    private KeyDecision accept(StoredRequest stored, Supplier<TaskOptions> wishes, Optional<String> key) {
        Caller caller = callers.current();
        return key.map(given -> idempotency.accept(IdempotentWrite.of(caller, given, stored), stored, caller, wishes))
                .orElseGet(() -> new KeyDecision.Accepted(
                        submission.accept(stored, caller, wishes.get()).uuid(), true));
    }
}
