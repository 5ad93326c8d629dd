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

/** What both polling URLs answer, and to whom. */
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
     * The caller's task of that uuid.
     *
     * @throws NotFoundException where there is none, where it is another's, and where that is no uuid at all: all alike,
     *     and without {@code Solitude-Async}
     */
    public DelayedTask find(String uuid) {
        return find(UuidFormat.of(uuid).orElseThrow(NotFoundException::new), callers.current());
    }

    /** The same for a caller who asked on another thread. */
    public DelayedTask find(UUID uuid, Caller caller) {
        return lookup.find(uuid, caller).orElseThrow(NotFoundException::new);
    }

    /** What a poll for this task is answered: its outcome once it has run, and before that what state it is in. */
    public Response respond(DelayedTask task, Function<DelayedTask, Response> outcome) {
        return pendingResponse(task).orElseGet(() -> outcome.apply(task));
    }

    /** The answer to a poll that comes too early (404) or for nothing (410), or empty where the task has run. */
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
