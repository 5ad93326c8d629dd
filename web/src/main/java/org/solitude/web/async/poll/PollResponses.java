package org.solitude.web.async.poll;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.solitude.caller.Caller;
import org.solitude.task.DelayedTask;
import org.solitude.task.TaskLookup;
import org.solitude.task.TaskSettings;
import org.solitude.task.TaskState;
import org.solitude.web.async.AsyncHeader;
import org.solitude.web.http.UuidFormat;
import org.solitude.web.http.problem.Problem;
import org.solitude.web.http.security.CallerResolver;

/** Builds the responses of both polling URLs. */
@ApplicationScoped
public class PollResponses {

    @Inject
    private TaskLookup lookup;

    @Inject
    private CallerResolver callers;

    @Inject
    private TaskSettings settings;

    @Inject
    private Clock clock;

    /**
     * Finds the caller's task by its UUID.
     *
     * @throws NotFoundException where there is no such task, where it is another client's, and where the text is no
     *     UUID: the same response each time, without {@code Solitude-Async}
     */
    public DelayedTask find(String uuid) {
        return find(UuidFormat.of(uuid).orElseThrow(NotFoundException::new), callers.current());
    }

    /** Finds a caller's task, on whatever thread. */
    public DelayedTask find(UUID uuid, Caller caller) {
        return lookup.find(uuid, caller).orElseThrow(NotFoundException::new);
    }

    /** Responds with {@code whenRun} for a task that has run, and else with its state. */
    public Response respond(DelayedTask task, Function<DelayedTask, Response> whenRun) {
        return pendingResponse(task).orElseGet(() -> whenRun.apply(task));
    }

    /** Returns 404 for a task that has not run yet and 410 for one that will never run; empty for one that has run. */
    private Optional<Response> pendingResponse(DelayedTask task) {
        TaskState state = task.stateAt(clock.instant());
        if (state.hasRun()) {
            return Optional.empty();
        }
        if (state.endedWithoutResponse()) {
            return Optional.of(respond(410, state, "The task is " + state.word() + " and will never run.")
                    .build());
        }
        return Optional.of(respond(404, state, "The task has not run yet; it is " + state.word() + ". Ask again later.")
                .header("Retry-After", settings.retryAfter().toSeconds())
                .build());
    }

    private static Response.ResponseBuilder respond(int status, TaskState state, String detail) {
        return Problem.of(status, detail)
                .with("state", state.word())
                .asResponse()
                .header(AsyncHeader.NAME, AsyncHeader.NO)
                .header("Cache-Control", "no-store");
    }
}
