package org.solitude.task;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The tasks there are, with the requests they came from and the responses they got. */
public interface TaskRepository {

    /** Keeps a new task and its request. */
    void add(DelayedTask task, StoredRequest request);

    /** The task, detached: changes to it are not kept. */
    Optional<DelayedTask> find(long id);

    /** The task, detached. */
    Optional<DelayedTask> find(UUID uuid);

    /** The task, locked against every other writer until the transaction ends; changes to it are kept. */
    Optional<DelayedTask> lock(long id);

    /** The request of a task. */
    Optional<StoredRequest> requestOf(DelayedTask task);

    /** Erases the request of a task. */
    void deleteRequest(DelayedTask task);

    /** The stored response of a task that has run. */
    Optional<StoredResponse> responseOf(DelayedTask task);

    /** Keeps the response of a task, in place of the one of an earlier life. */
    void saveResponse(DelayedTask task, StoredResponse response);

    /** Keeps what became of an attempt. */
    void saveAttempt(DelayedTask task, Attempt attempt);

    /** The attempts of a task, in their order. */
    List<Attempt> attemptsOf(DelayedTask task);

    /** Tasks that should have started by now and have not. */
    List<DelayedTask> expired(Instant now, int limit);

    /** A page of tasks, newest first. */
    List<DelayedTask> list(TaskFilter filter, int limit, int offset);

    /** How many tasks the filter lets through, counted no further than {@code limit}. */
    int count(TaskFilter filter, int limit);

    /** How many tasks of one owner, or of all where that is null, have yet to run, counted up to {@code limit}. */
    int countDue(@Nullable String owner, int limit);

    /** Due tasks in accepted order, those after the id {@code after} only. */
    List<DelayedTask> due(long after, Instant now, int limit);

    /** Due tasks of no announcement: those whose long delay has passed. */
    List<DelayedTask> dueUndispatched(Instant now, int limit);

    /** The priorities in which a task is due, not running, and was announced before {@code before}. */
    List<Integer> prioritiesDispatchedBefore(Instant before, Instant now);

    /** Tasks of one priority that are due, not running, and were announced before {@code before}. */
    List<DelayedTask> dispatchedBefore(int priority, Instant before, Instant now, int limit);

    /** Notes that these are announced again. */
    void markDispatched(Collection<Long> ids, Instant now);

    /** The dead that the filter lets through, in the order they were accepted. */
    List<DelayedTask> dead(DeadTaskFilter filter, int limit);

    /** Tasks that died before {@code before} and of which the operator has not been told. */
    List<DelayedTask> deadLettersToPublish(Instant before, int limit);

    /** Those among these tasks that have ended, whichever way. */
    List<UUID> endedAmong(Collection<UUID> uuids);
}
