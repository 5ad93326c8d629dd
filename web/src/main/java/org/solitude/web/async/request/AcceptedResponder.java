package org.solitude.web.async.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.solitude.caller.Caller;
import org.solitude.task.DelayedTask;
import org.solitude.task.TaskLookup;
import org.solitude.task.TaskState;
import org.solitude.task.longpoll.WaitingClient;
import org.solitude.web.async.PreferenceAppliedFilter;
import org.solitude.web.async.StoredResponses;
import org.solitude.web.async.longpoll.LongPollSuspender;
import org.solitude.web.async.poll.TaskResponses;
import org.solitude.web.http.headers.Preferences;

/**
 * Answers a write that became a task: 202 with the polling URLs. With {@code Prefer: wait=N} the request is suspended;
 * if the task has run by then, the client gets the stored response instead. The task is accepted whatever fails
 * meanwhile, and the client then gets the 202.
 */
@ApplicationScoped
class AcceptedResponder {

    private static final Logger LOG = System.getLogger(AcceptedResponder.class.getName());

    @Inject
    private LongPollSuspender suspender;

    @Inject
    private TaskLookup lookup;

    @Inject
    private TaskResponses taskResponses;

    @Inject
    private StoredResponses storedResponses;

    /** Aborts the request with its response, now or when the wait is over. */
    void respond(ContainerRequestContext request, UUID task, Caller caller, String origin) {
        Preferences preferences = Preferences.of(request);
        Duration timeout = suspender.bound(preferences.waitFor());
        Optional<WaitingClient> client = timeout == null ? Optional.empty() : suspender.register(task);
        PreferenceAppliedFilter.setApplied(request, preferences.applied(true, client.isPresent() ? timeout : null));
        boolean suspended = timeout != null
                && client.isPresent()
                && suspender.suspend(
                        request,
                        client.get(),
                        timeout,
                        () -> isPending(find(task, caller)),
                        () -> currentResponse(task, caller, origin));
        if (!suspended) {
            request.abortWith(
                    client.isPresent()
                            ? currentResponse(task, caller, origin)
                            : storedResponses.accepted(task, origin));
        }
    }

    private static boolean isPending(@Nullable DelayedTask found) {
        return found != null && TaskState.DUE.contains(found.state());
    }

    private Response currentResponse(UUID task, Caller caller, String origin) {
        DelayedTask row = find(task, caller);
        return row != null && row.state().hasRun() ? taskResponses.replay(row) : storedResponses.accepted(task, origin);
    }

    private @Nullable DelayedTask find(UUID task, Caller caller) {
        try {
            return lookup.find(task, caller).orElse(null);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "task " + task + " is accepted but could not be read again: the client gets 202", e);
            return null;
        }
    }
}
