package org.solitude.web.async.longpoll;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Function;
import org.solitude.caller.Caller;
import org.solitude.task.DelayedTask;
import org.solitude.task.TaskState;
import org.solitude.task.longpoll.WaitingClient;
import org.solitude.web.async.LongPoll;
import org.solitude.web.async.PreferenceAppliedFilter;
import org.solitude.web.async.poll.PollResponses;
import org.solitude.web.async.poll.TaskResponses;
import org.solitude.web.http.UuidFormat;
import org.solitude.web.http.headers.Preferences;
import org.solitude.web.http.security.CallerResolver;

/**
 * Suspends a poll with {@code Prefer: wait=N} (RFC 7240) until its task has ended or N seconds have passed. The owner
 * of the task is checked before the wait and again after it.
 */
@Provider
@LongPoll
@Priority(Priorities.USER + 1)
public class LongPollFilter implements ContainerRequestFilter {

    private static final String REPLAY_URLS = "/delay/replay/";

    @Inject
    private LongPollSuspender suspender;

    @Inject
    private PollResponses pollResponses;

    @Inject
    private TaskResponses taskResponses;

    @Inject
    private CallerResolver callers;

    @Override
    public void filter(ContainerRequestContext request) {
        PreferenceAppliedFilter.varyByPrefer(request);
        Preferences preferences = Preferences.of(request);
        Duration timeout = suspender.bound(preferences.waitFor());
        UUID task = UuidFormat.of(request.getUriInfo().getPathParameters().getFirst("uuid"))
                .orElse(null);
        if (timeout == null || task == null) {
            return;
        }
        suspender.register(task).ifPresent(client -> {
            PreferenceAppliedFilter.setApplied(request, preferences.applied(false, timeout));
            suspend(request, client, timeout, task, callers.current());
        });
    }

    private void suspend(
            ContainerRequestContext request, WaitingClient client, Duration timeout, UUID task, Caller caller) {
        Function<DelayedTask, Response> whenRun =
                request.getUriInfo().getRequestUri().getPath().startsWith(REPLAY_URLS)
                        ? taskResponses::replay
                        : taskResponses::result;
        suspender.suspend(
                request,
                client,
                timeout,
                () -> TaskState.DUE.contains(pollResponses.find(task, caller).state()),
                () -> pollResponses.respond(pollResponses.find(task, caller), whenRun));
    }
}
