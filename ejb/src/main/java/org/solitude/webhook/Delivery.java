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
 * One end of a task that its client is to be told of.
 *
 * <p>Its life: it waits until it is due, and an attempt {@linkplain #lease leases} it. The attempt
 * {@linkplain #markDelivered delivers} it, puts it off to be {@linkplain #scheduleRetry tried again}, {@linkplain #markFailed gives it
 * up} or finds the receiver {@linkplain #markGone gone}. Whoever may see it may have it {@linkplain #sendAgain sent again}.
 *
 * <p>{@link #attempts()} is the fence: an attempt may write its outcome only while the count is the one it started from.
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

    @Column(nullable = false, updatable = false)
    private int life;

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

    /** A new one, due at once. */
    static Delivery of(DelayedTask ended, Instant now) {
        Delivery delivery = new Delivery();
        delivery.message = "msg_" + UUID.randomUUID().toString().replace("-", "");
        delivery.taskId = ended.id();
        delivery.taskUuid = ended.uuid();
        delivery.life = ended.state() == TaskState.DEAD ? ended.deaths() - 1 : ended.deaths();
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

    /** Whether an attempt that began at {@code attempt} may still write its outcome. */
    boolean isAtAttempt(int attempt) {
        return state == DeliveryState.WAITING && attempts == attempt;
    }

    /** An attempt begins; nobody else makes one before {@code until}. */
    void lease(Instant until) {
        leasedUntil = until;
    }

    /** The receiver has it. */
    void markDelivered(Instant now) {
        countAttempt(now);
        finish(DeliveryState.DELIVERED, now);
    }

    /** The attempt failed, and the next is due then. */
    void scheduleRetry(Instant next, Instant now) {
        countAttempt(now);
        dueAt = next;
    }

    /** The last attempt failed. */
    void markFailed(Instant now) {
        countAttempt(now);
        finish(DeliveryState.FAILED, now);
    }

    /** The receiver answered that it wants nothing more. */
    void markGone(Instant now) {
        countAttempt(now);
        finish(DeliveryState.GONE, now);
    }

    /** The receiver of its URL had answered so to another. */
    void markReceiverGone(Instant now) {
        finish(DeliveryState.GONE, now);
    }

    /** Somebody wants it sent, whatever has become of it: it is due now, with all its tries before it. */
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

    /** The {@code webhook-id}: the same in every attempt. */
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

    /** The state in which the task ended. */
    public TaskState taskState() {
        return taskState;
    }

    /** What happened, in Standard Webhooks' manner. */
    public String event() {
        return "task." + taskState.word();
    }

    /** The status of the task's response, null where it has none. */
    public @Nullable Integer statusCode() {
        return statusCode;
    }

    /** When the task ended. */
    public Instant ended() {
        return ended;
    }

    public DeliveryState state() {
        return state;
    }

    /** Attempts that ended so far. */
    public int attempts() {
        return attempts;
    }

    /** Those of them since it was last asked to be sent. */
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
