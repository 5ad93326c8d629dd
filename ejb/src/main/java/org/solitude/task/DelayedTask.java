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
 * A request that was answered 202, and what became of it.
 *
 * <p>Its life: a client's request is {@linkplain #accepted accepted} and waits. A node replays it; while that lasts
 * longer than a heartbeat the node {@linkplain DispatchState#leasedUntil() leases} it. The attempt ends in a response that
 * {@linkplain #complete completes} it, or in a passing failure after which it is {@linkplain #retryAt tried again}
 * until it is {@linkplain #markDead buried} as dead. An operator may {@linkplain #redrive redrive} a dead one. Until it has
 * run, its client may {@linkplain #cancel cancel} it, and it may {@linkplain #expire expire}. Where it must not overtake
 * others it is {@linkplain #block held} until they let it {@linkplain #unblock go}.
 *
 * <p>{@link #attempts()} is the fence: an attempt may write its outcome only while the count is the one it started
 * from, so of two executions of one task only one has effects.
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

    /** A new task of that caller, waiting: due at once and about to be announced, or due later. */
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

    /** It must not overtake others: it is due when they {@linkplain #unblock let it go}, and nobody can tell yet when. */
    public void block() {
        this.dispatchState = null;
    }

    /** Whether it waits behind others. */
    public boolean isBlocked() {
        return TaskState.DUE.contains(state) && dispatchState().hasNoDueTime();
    }

    /** Whether it may be attempted at {@code at}. */
    public boolean isDueAt(Instant at) {
        return TaskState.DUE.contains(state) && dispatchState().isDueAt(at);
    }

    /** None is left that it must not overtake. */
    public void unblock(Instant now) {
        Instant notBefore = options().notBefore();
        this.dispatchState = DispatchState.of(notBefore == null || notBefore.isBefore(now) ? now : notBefore, now);
    }

    /** Whether an attempt that began at {@code attempt} may still write its outcome. */
    public boolean isAtAttempt(int attempt) {
        return TaskState.DUE.contains(state) && attempts == attempt;
    }

    /** The attempt gave the task's response. */
    public void complete(StoredResponse response, Instant started, Instant now) {
        changeState(TaskState.DONE, now);
        endWithResponse(response, started, now);
    }

    /** The attempt failed in a way that may pass: another is due at {@code nextDue}. */
    public void retryAt(Instant nextDue, Instant started, Instant now) {
        deferUntil(nextDue, now);
        this.attempts++;
        this.started = started;
    }

    /** It could not be attempted now, for a reason that is not its own: no attempt is counted. */
    public void deferUntil(Instant nextDue, Instant now) {
        changeState(TaskState.RETRYING, now);
        this.dispatchState = DispatchState.of(nextDue, now);
    }

    /** Its client does not want it any more; an attempt under way finds the row changed and leaves no effects. */
    public void cancel(Instant now) {
        endWithoutResponse(TaskState.CANCELLED, now);
    }

    /** It did not start in time. */
    public void expire(Instant now) {
        endWithoutResponse(TaskState.EXPIRED, now);
    }

    private void endWithoutResponse(TaskState endState, Instant now) {
        changeState(endState, now);
        this.finished = now;
        dispatchState().releaseLease();
    }

    /** Whether its time to start is over, and no attempt has ended; one may be under way, or have begun what stays. */
    public boolean isExpiredAt(Instant now) {
        Instant expires = options().expires();
        return expires != null && !expires.isAfter(now) && TaskState.DUE.contains(state) && attempts == 0;
    }

    /** The last attempt failed: the task is dead, its last response is kept, and the operator is to be told. */
    public void markDead(StoredResponse response, Instant started, Instant now) {
        changeState(TaskState.DEAD, now);
        this.deaths++;
        this.deadLetterPublishedAt = null;
        endWithResponse(response, started, now);
    }

    /** The operator has been told of this death. */
    public void deadLetterPublished(Instant now) {
        this.deadLetterPublishedAt = now;
    }

    /** An operator wants a dead task run again, with a fresh count of attempts and however late it is. */
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

    /** The primary key; only a task that has been kept has one. */
    public long id() {
        if (id == null) {
            throw new IllegalStateException("this task has not been kept yet");
        }
        return id;
    }

    public UUID uuid() {
        return uuid;
    }

    public @Nullable String owner() {
        return owner;
    }

    /** Who asked, with the roles of that moment. */
    public Caller caller() {
        return (caller == null ? new CallerColumns() : caller).caller();
    }

    public String method() {
        return method;
    }

    public String path() {
        return path;
    }

    /** What its client asked of the delay. */
    public TaskOptions options() {
        return options.options();
    }

    /** The tasks it must not overtake, where its client named them. */
    public Optional<OrderingKey> orderingKey() {
        return Optional.ofNullable(options().orderingKey())
                .map(key -> new OrderingKey(owner == null ? "" : owner, key));
    }

    /** The state as stored; see {@link #stateAt} for the one that knows of leases. */
    public TaskState state() {
        return state;
    }

    /** The state as clients see it: a due task under lease is running. */
    public TaskState stateAt(Instant now) {
        return TaskState.DUE.contains(state) && dispatchState().isLeasedAt(now) ? TaskState.RUNNING : state;
    }

    /** Attempts that ended so far. */
    public int attempts() {
        return attempts;
    }

    /** How often it died: tells the message of this death from that of an earlier one. */
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

    /** When it is attempted, as far as anybody can tell. */
    public DispatchState dispatchState() {
        return dispatchState == null ? new DispatchState() : dispatchState;
    }

    /** When the last attempt that ended began. */
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
