package org.solitude.task;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.solitude.caller.Caller;

/**
 * A request that was accepted with 202, and its state.
 *
 * <p>A request is {@linkplain #accepted accepted} as a waiting task. A node runs an attempt; if that takes longer than
 * a heartbeat, the node {@linkplain DispatchState#leasedUntil() leases} the task. The attempt either {@linkplain
 * #complete completes} the task with its response or fails. After a retryable failure the task is {@linkplain #retryAt
 * retried} until an attempt completes it or the last one marks it {@linkplain #markDead dead}. An operator may
 * {@linkplain #redrive redrive} a dead task. Until a task ends, its client may {@linkplain #cancel cancel} it; until it
 * starts, it may {@linkplain #expire expire}. A task with an ordering key is {@linkplain #block blocked} while an
 * earlier one with that key has not ended, and then {@linkplain #unblock unblocked}.
 *
 * <p>{@link #attempts()} is the fence: an attempt may write its outcome only while the count is the one it started
 * from. So of two concurrent executions of a task only one has effects.
 */
@Entity
@Table(name = "delayed_task")
public class DelayedTask {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(nullable = false, updatable = false)
    private UUID uuid;

    @Column(updatable = false)
    private @Nullable String owner;

    @Embedded
    private @Nullable CallerColumns caller;

    @Embedded
    private TaskOptionColumns options;

    @Column(nullable = false, updatable = false)
    private String method;

    @Column(nullable = false, updatable = false)
    private String path;

    @Convert(converter = TaskStateConverter.class)
    @Column(nullable = false)
    private TaskState state;

    @Column(nullable = false)
    private int attempts;

    @Column(nullable = false)
    private int deaths;

    @Column(name = "status_code")
    private @Nullable Integer statusCode;

    @Column(nullable = false, updatable = false)
    private Instant created;

    @Column(nullable = false)
    private Instant modified;

    @Embedded
    private @Nullable DispatchState dispatchState;

    private @Nullable Instant started;

    private @Nullable Instant finished;

    @Column(name = "buried_at")
    private @Nullable Instant deadLetterPublishedAt;

    protected DelayedTask() {}

    /** Creates a waiting task of that caller: due at once, or later if the options say so. */
    public static DelayedTask accepted(StoredRequest request, Caller caller, TaskOptions options, Instant now) {
        DelayedTask task = new DelayedTask();
        task.uuid = UUID.randomUUID();
        task.owner = caller.id();
        task.caller = new CallerColumns(caller);
        task.options = new TaskOptionColumns(options);
        task.method = request.method();
        task.path = request.path();
        task.state = TaskState.WAITING;
        task.created = now;
        task.modified = now;
        task.unblock(now);
        return task;
    }

    /** Removes the due time of a task that must wait for others; {@link #unblock} sets it again. */
    public void block() {
        this.dispatchState = null;
    }

    /** Returns whether the task waits for others with its ordering key. */
    public boolean isBlocked() {
        return TaskState.DUE.contains(state) && dispatchState().hasNoDueTime();
    }

    /** Returns whether the task may be attempted at that time. */
    public boolean isDueAt(Instant at) {
        return TaskState.DUE.contains(state) && dispatchState().isDueAt(at);
    }

    /** Makes the task due now, or at the {@code notBefore} of its options if that is later. */
    public void unblock(Instant now) {
        Instant notBefore = options().notBefore();
        this.dispatchState = DispatchState.of(notBefore == null || notBefore.isBefore(now) ? now : notBefore, now);
    }

    /** Returns whether an attempt that started at the count {@code attempt} may still write its outcome. */
    public boolean isAtAttempt(int attempt) {
        return TaskState.DUE.contains(state) && attempts == attempt;
    }

    /** Ends the task with the response of an attempt. */
    public void complete(StoredResponse response, Instant started, Instant now) {
        changeState(TaskState.DONE, now);
        endWithResponse(response, started, now);
    }

    /** Counts a failed attempt and makes the task due again at {@code nextDue}. */
    public void retryAt(Instant nextDue, Instant started, Instant now) {
        deferUntil(nextDue, now);
        this.attempts++;
        this.started = started;
    }

    /** Makes the task due again at {@code nextDue} without counting an attempt, since it could not be made. */
    public void deferUntil(Instant nextDue, Instant now) {
        changeState(TaskState.RETRYING, now);
        this.dispatchState = DispatchState.of(nextDue, now);
    }

    /** Cancels the task. An attempt in progress finds the row changed and leaves no effects. */
    public void cancel(Instant now) {
        endWithoutResponse(TaskState.CANCELLED, now);
    }

    /** Ends a task that did not start in time. */
    public void expire(Instant now) {
        endWithoutResponse(TaskState.EXPIRED, now);
    }

    private void endWithoutResponse(TaskState endState, Instant now) {
        changeState(endState, now);
        this.finished = now;
        dispatchState().releaseLease();
    }

    /**
     * Returns whether the time to start is over and no attempt has ended.
     *
     * <p>An attempt may be in progress, or may have started an effect that no rollback undoes.
     */
    public boolean isExpiredAt(Instant now) {
        Instant expires = options().expires();
        return expires != null && !expires.isAfter(now) && TaskState.DUE.contains(state) && attempts == 0;
    }

    /** Ends the task as dead with the response of its last attempt; its dead letter is yet to be published. */
    public void markDead(StoredResponse response, Instant started, Instant now) {
        changeState(TaskState.DEAD, now);
        this.deaths++;
        this.deadLetterPublishedAt = null;
        endWithResponse(response, started, now);
    }

    /** Records that the dead letter of this task is published. */
    public void deadLetterPublished(Instant now) {
        this.deadLetterPublishedAt = now;
    }

    /** Makes a dead task due again, with a new count of attempts and no expiry. */
    public void redrive(Instant now) {
        changeState(TaskState.WAITING, now);
        this.attempts = 0;
        this.statusCode = null;
        this.finished = null;
        this.options.removeExpiry();
        this.dispatchState = DispatchState.of(now, now);
    }

    private void endWithResponse(StoredResponse response, Instant started, Instant now) {
        this.attempts++;
        this.statusCode = response.status();
        this.started = started;
        this.finished = now;
        dispatchState().releaseLease();
    }

    private void changeState(TaskState next, Instant now) {
        if (!state.canBecome(next)) {
            throw new IllegalStateException("a task that is " + state.word() + " cannot become " + next.word());
        }
        this.state = next;
        this.modified = now;
    }

    /**
     * Returns the primary key.
     *
     * @throws IllegalStateException if the task has not been saved
     */
    public long id() {
        if (id == null) {
            throw new IllegalStateException("this task has not been saved yet");
        }
        return id;
    }

    public UUID uuid() {
        return uuid;
    }

    public @Nullable String owner() {
        return owner;
    }

    /** Returns the client that sent the request, with its roles at that time. */
    public Caller caller() {
        return (caller == null ? new CallerColumns() : caller).caller();
    }

    public String method() {
        return method;
    }

    public String path() {
        return path;
    }

    /** Returns the options that the client set. */
    public TaskOptions options() {
        return options.options();
    }

    /** Returns the key of the tasks to run in order; empty if the client set none. */
    public Optional<OrderingKey> orderingKey() {
        return Optional.ofNullable(options().orderingKey())
                .map(key -> new OrderingKey(owner == null ? "" : owner, key));
    }

    /** Returns the stored state; {@link #stateAt} takes leases into account. */
    public TaskState state() {
        return state;
    }

    /** Returns the state as clients see it: a due task with a lease is running. */
    public TaskState stateAt(Instant now) {
        return TaskState.DUE.contains(state) && dispatchState().isLeasedAt(now) ? TaskState.RUNNING : state;
    }

    /** Returns how many attempts have ended since the task was accepted or redriven. */
    public int attempts() {
        return attempts;
    }

    /** Returns how often the task became dead; tells its dead letter from earlier ones. */
    public int deaths() {
        return deaths;
    }

    public @Nullable Integer statusCode() {
        return statusCode;
    }

    public Instant created() {
        return created;
    }

    public Instant modified() {
        return modified;
    }

    /** Returns when the task is due and who runs it; empty times while it is blocked. */
    public DispatchState dispatchState() {
        return dispatchState == null ? new DispatchState() : dispatchState;
    }

    /** Returns when the last ended attempt started. */
    public @Nullable Instant started() {
        return started;
    }

    public @Nullable Instant finished() {
        return finished;
    }

    public @Nullable Instant deadLetterPublishedAt() {
        return deadLetterPublishedAt;
    }
}
