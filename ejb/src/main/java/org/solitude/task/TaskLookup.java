package org.solitude.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.solitude.caller.Caller;

/** Looks up tasks for clients. */
@ApplicationScoped
public class TaskLookup {

    /** Up to here a list is counted, and may be skipped into; beyond it goes on from a cursor. */
    public static final int EXACT = 10_000;

    @Inject
    private TaskRepository tasks;

    /**
     * Finds a task by its UUID; empty if this caller may not see it.
     *
     * <p>The row is loaded either way, so that the response time does not reveal whether the task exists.
     */
    public Optional<DelayedTask> find(UUID uuid, Caller caller) {
        return tasks.find(uuid).filter(task -> caller.maySee(task.owner()));
    }

    /** Returns the request of a task; empty once the task has ended. A dead task keeps it for a redrive. */
    public Optional<StoredRequest> requestOf(DelayedTask task) {
        return tasks.requestOf(task);
    }

    /** Returns the response of a task that has run. */
    public StoredResponse responseOf(DelayedTask task) {
        return tasks.responseOf(task).orElseThrow();
    }

    /** Returns the ended attempts of a task, in order. */
    public List<Attempt> attemptsOf(DelayedTask task) {
        return tasks.attemptsOf(task);
    }

    /**
     * A page of tasks, newest first.
     *
     * @param offset at most {@link #EXACT}
     */
    public Page list(TaskFilter filter, int limit, int offset) {
        List<DelayedTask> oneMore = tasks.list(filter, limit + 1, offset);
        boolean more = oneMore.size() > limit;
        int counted = tasks.count(filter.fromFirstPage(), EXACT + 1);
        return new Page(more ? oneMore.subList(0, limit) : oneMore, more, Math.min(counted, EXACT), counted <= EXACT);
    }

    /**
     * A page of tasks.
     *
     * @param more whether the list goes on
     * @param total how many there are in all; where not {@code exact}, there are more
     */
    public record Page(List<DelayedTask> tasks, boolean more, int total, boolean exact) {}
}
