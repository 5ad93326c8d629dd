package org.solitude.task;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.solitude.persistence.paging.Page;
import org.solitude.persistence.paging.PageRequest;

/** Stores tasks with their requests, responses and attempts. */
public interface TaskRepository {

    /** Saves a new task and its request. */
    void add(DelayedTask task, StoredRequest request);

    /** Finds a task, detached: changes to it are not saved. */
    Optional<DelayedTask> find(long id);

    /** Finds a task by its UUID, detached. */
    Optional<DelayedTask> find(UUID uuid);

    /** Finds a task and locks it against other writers until the transaction ends; changes to it are saved. */
    Optional<DelayedTask> lock(long id);

    /** Returns the request of a task; empty if it is erased. */
    Optional<StoredRequest> requestOf(DelayedTask task);

    /** Erases the request of a task. */
    void deleteRequest(DelayedTask task);

    /** Returns the stored response of a task; empty if it has not run. */
    Optional<StoredResponse> responseOf(DelayedTask task);

    /** Saves the response of a task; replaces that from before a redrive. */
    void saveResponse(DelayedTask task, StoredResponse response);

    /** Saves an attempt that ended. */
    void saveAttempt(DelayedTask task, Attempt attempt);

    /** Returns the ended attempts of a task, in order. */
    List<Attempt> attemptsOf(DelayedTask task);

    /** Returns tasks that have not started by their expiry time, the earliest expiry first. */
    List<DelayedTask> expired(Instant now, int limit);

    /** Returns a page of the tasks that a filter selects, newest first. */
    Page<DelayedTask> page(TaskFilter filter, PageRequest request);

    /** Counts the tasks of an owner (null for all) that have not ended, up to {@code limit}. */
    int countDue(@Nullable String owner, int limit);

    /** Returns due tasks with an id greater than {@code after}, in accepted order. */
    List<DelayedTask> due(long after, Instant now, int limit);

    /** Returns due tasks that have not been dispatched, because their delay was long. */
    List<DelayedTask> dueUndispatched(Instant now, int limit);

    /** Returns the priorities of tasks that are due, not running, and were dispatched before {@code before}. */
    List<Integer> prioritiesDispatchedBefore(Instant before, Instant now);

    /** Returns tasks of one priority that are due, not running, and were dispatched before {@code before}. */
    List<DelayedTask> dispatchedBefore(int priority, Instant before, Instant now, int limit);

    /** Sets the dispatch time of these tasks, unless they have ended. */
    void markDispatched(Collection<Long> ids, Instant now);

    /** Returns the dead tasks that a filter selects, in accepted order. */
    List<DelayedTask> dead(DeadTaskFilter filter, int limit);

    /** Returns tasks that died before {@code before} and whose dead letter has not been published. */
    List<DelayedTask> deadLettersToPublish(Instant before, int limit);

    /** Returns those of these tasks that have ended. */
    List<UUID> endedAmong(Collection<UUID> uuids);
}
