package org.solitude.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.solitude.caller.Caller;
import org.solitude.persistence.paging.Page;
import org.solitude.persistence.paging.PageRequest;

/** Finds and lists tasks for their callers. */
@ApplicationScoped
public class TaskLookup {

    @Inject
    private TaskRepository tasks;

    /**
     * Finds a task by its UUID; empty where there is none or the caller may not see it. The row is read in both cases,
     * so that the response time does not tell whether the task exists.
     */
    public Optional<DelayedTask> find(UUID uuid, Caller caller) {
        return tasks.find(uuid).filter(task -> caller.maySee(task.owner()));
    }

    /** Returns the request of a task: until the task ends, and longer for a dead task, which may be redriven. */
    public Optional<StoredRequest> requestOf(DelayedTask task) {
        return tasks.requestOf(task);
    }

    /** Returns the stored response of a task that has run. */
    public StoredResponse responseOf(DelayedTask task) {
        return tasks.responseOf(task).orElseThrow();
    }

    /** Returns the attempts at a task that have ended, in their order. */
    public List<Attempt> attemptsOf(DelayedTask task) {
        return tasks.attemptsOf(task);
    }

    /** Returns a page of the tasks that the filter selects, newest first. */
    public Page<DelayedTask> list(TaskFilter filter, PageRequest page) {
        return tasks.page(filter, page);
    }
}
