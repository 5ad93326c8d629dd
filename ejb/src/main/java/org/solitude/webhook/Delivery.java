package org.solitude.webhook;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.solitude.task.DelayedTask;
import org.solitude.task.TaskState;
import org.solitude.task.TaskStateConverter;

/**
 * The delivery of one end of a task to its client's webhook.
 *
 * <p>A delivery waits until it is due. An attempt {@linkplain #lease leases} it and then {@linkplain #markDelivered
 * marks it delivered}, {@linkplain #scheduleRetry schedules a retry}, {@linkplain #markFailed marks it failed} after
 * the last attempt, or {@linkplain #markGone marks it gone} if the receiver answered 410. Its owner or an operator can
 * have it {@linkplain #sendAgain sent again}.
 *
 * <p>{@link #attempts()} is the fence: an attempt may record its outcome only while the count is the one it began with.
 */
@Entity
@Table(name = "callback_delivery")
public class Delivery {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(nullable = false, updatable = false)
    private String message;

    @Column(name = "task_id", nullable = false, updatable = false)
    private long taskId;

    @Column(name = "task_uuid", nullable = false, updatable = false)
    private UUID taskUuid;

    /** How often the task had died before this end: unique together with the task. */
    @Column(name = "life", nullable = false, updatable = false)
    private int deaths;

    @Column(nullable = false, updatable = false)
    private String owner;

    @Convert(converter = TaskStateConverter.class)
    @Column(name = "task_state", nullable = false, updatable = false)
    private TaskState taskState;

    @Column(name = "status_code", updatable = false)
    private @Nullable Integer statusCode;

    @Column(nullable = false, updatable = false)
    private Instant ended;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private DeliveryState state;

    @Column(nullable = false)
    private int attempts;

    @Column(nullable = false)
    private int tries;

    @Column(nullable = false, updatable = false)
    private Instant created;

    @Column(nullable = false)
    private Instant modified;

    @Column(name = "due_at", nullable = false)
    private Instant dueAt;

    @Column(name = "leased_until")
    private @Nullable Instant leasedUntil;

    private @Nullable Instant finished;

    protected Delivery() {}

    /** Creates a delivery that is due now. */
    static Delivery of(DelayedTask ended, Instant now) {
        Delivery delivery = new Delivery();
        delivery.message = "msg_" + UUID.randomUUID().toString().replace("-", "");
        delivery.taskId = ended.id();
        delivery.taskUuid = ended.uuid();
        delivery.deaths = ended.state() == TaskState.DEAD ? ended.deaths() - 1 : ended.deaths();
        delivery.owner = Objects.requireNonNullElse(ended.owner(), "");
        delivery.taskState = ended.state();
        delivery.statusCode = ended.statusCode();
        delivery.ended = Objects.requireNonNullElse(ended.finished(), now);
        delivery.state = DeliveryState.WAITING;
        delivery.created = now;
        delivery.modified = now;
        delivery.dueAt = now;
        return delivery;
    }

    boolean isDueAt(Instant now) {
        return state == DeliveryState.WAITING
                && !dueAt.isAfter(now)
                && (leasedUntil == null || leasedUntil.isBefore(now));
    }

    /** Returns whether an attempt that began at {@code attempt} may still record its outcome. */
    boolean isAtAttempt(int attempt) {
        return state == DeliveryState.WAITING && attempts == attempt;
    }

    /** Begins an attempt: no other attempt begins before {@code until}. */
    void lease(Instant until) {
        leasedUntil = until;
    }

    /** Records that the receiver accepted the webhook. */
    void markDelivered(Instant now) {
        countAttempt(now);
        finish(DeliveryState.DELIVERED, now);
    }

    /** Records a failed attempt and schedules the next. */
    void scheduleRetry(Instant next, Instant now) {
        countAttempt(now);
        dueAt = next;
    }

    /** Records that the last attempt failed. */
    void markFailed(Instant now) {
        countAttempt(now);
        finish(DeliveryState.FAILED, now);
    }

    /** Records that the receiver answered 410 Gone. */
    void markGone(Instant now) {
        countAttempt(now);
        finish(DeliveryState.GONE, now);
    }

    /** Ends this delivery without an attempt, because its URL answered 410 to another delivery. */
    void markReceiverGone(Instant now) {
        finish(DeliveryState.GONE, now);
    }

    /** Makes the delivery due now, in whatever state it is, with all its attempts available again. */
    void sendAgain(Instant now) {
        state = DeliveryState.WAITING;
        tries = 0;
        dueAt = now;
        finished = null;
        modified = now;
    }

    private void countAttempt(Instant now) {
        attempts++;
        tries++;
        leasedUntil = null;
        modified = now;
    }

    private void finish(DeliveryState next, Instant now) {
        state = next;
        finished = now;
        modified = now;
    }

    public long id() {
        return Objects.requireNonNull(id);
    }

    /** Returns the {@code webhook-id}: the same in every attempt. */
    public String message() {
        return message;
    }

    long taskId() {
        return taskId;
    }

    public UUID taskUuid() {
        return taskUuid;
    }

    public String owner() {
        return owner;
    }

    /** Returns the state in which the task ended. */
    public TaskState taskState() {
        return taskState;
    }

    /** Returns the type of the event, {@code task.} and the state. */
    public String event() {
        return "task." + taskState.word();
    }

    /** Returns the status of the task's response, null if it has none. */
    public @Nullable Integer statusCode() {
        return statusCode;
    }

    /** Returns when the task ended. */
    public Instant ended() {
        return ended;
    }

    public DeliveryState state() {
        return state;
    }

    /** Returns the number of attempts that have ended. */
    public int attempts() {
        return attempts;
    }

    /** Returns the number of attempts that have ended since the delivery was created or last sent again. */
    int tries() {
        return tries;
    }

    public Instant created() {
        return created;
    }

    public Instant modified() {
        return modified;
    }

    public Instant dueAt() {
        return dueAt;
    }

    public @Nullable Instant finished() {
        return finished;
    }
}
