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
import org.solitude.web.idempotency.RepeatSuspender;

/**
 * Submits an asynchronous write as a task. It runs after the resource was matched and roles were checked, so that a
 * request that can be refused at once is refused at once and makes no task.
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
    private RepeatSuspender repeats;

    @Inject
    private AcceptedResponder acceptedResponder;

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        if (!AsyncHeader.requestsAsync(request)) {
            return;
        }
        StoredRequest stored = RequestSnapshot.of(request);
        Optional<IdempotentWrite> write =
                IdempotencyKeyHeader.of(request).map(key -> IdempotentWrite.of(callers.current(), key, stored));
        KeyDecision decision = submit(stored, () -> optionHeaders.of(request), write);
        if (decision instanceof KeyDecision.Accepted accepted) {
            if (accepted.first()) {
                request.setProperty(AuditFilter.TASK_UUID, accepted.task());
            }
            acceptedResponder.respond(request, accepted.task(), callers.current(), stored.origin());
        } else if (decision instanceof KeyDecision.Answered answered) {
            request.abortWith(StoredResponses.stored(answered.response()).build());
        } else if (decision instanceof KeyDecision.InProgress first) {
            repeats.suspend(request, first, write.orElseThrow(), stored.origin());
        }
    }

    private KeyDecision submit(StoredRequest stored, Supplier<TaskOptions> options, Optional<IdempotentWrite> write) {
        Caller caller = callers.current();
        return write.map(given -> idempotency.accept(given, stored, caller, options))
                .orElseGet(() -> new KeyDecision.Accepted(
                        submission.accept(stored, caller, options.get()).uuid(), true));
    }
}
