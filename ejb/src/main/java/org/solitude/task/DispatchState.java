package org.solitude.task;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a task is to be attempted, whether somebody was told, and until when a node says that it is at it. Open where nobody
 * can tell yet, because the task is held behind others.
 */
@Embeddable
public class DispatchState {

    private static final Duration MAXIMUM_MESSAGE_DELAY = Duration.ofMinutes(1);

    @Column(name = "due_at")
    private @Nullable Instant dueAt;

    @Column(name = "announced_at")
    private @Nullable Instant dispatchedAt;

    @Column(name = "leased_until")
    private @Nullable Instant leasedUntil;

    protected DispatchState() {}

    /** Due at {@code at}. What is due soon is announced now, with a delay of the message; the rest by the sweep then. */
    static DispatchState of(Instant at, Instant now) {
        DispatchState state = new DispatchState();
        state.dueAt = at;
        state.dispatchedAt = Duration.between(now, at).compareTo(MAXIMUM_MESSAGE_DELAY) <= 0 ? now : null;
        return state;
    }

    /** Nobody is at it any more. */
    void releaseLease() {
        this.leasedUntil = null;
    }

    /** Whether nobody can tell yet when it is due. */
    public boolean hasNoDueTime() {
        return dueAt == null;
    }

    boolean isDueAt(Instant at) {
        return dueAt != null && !dueAt.isAfter(at);
    }

    public boolean isLeasedAt(Instant now) {
        return leasedUntil != null && leasedUntil.isAfter(now);
    }

    /** When it may be attempted; null while that is open. */
    public @Nullable Instant dueAt() {
        return dueAt;
    }

    /** When its message was last sent; null while none has been, or is to be, sent for the present due time. */
    public @Nullable Instant dispatchedAt() {
        return dispatchedAt;
    }

    /** Until when a node has it, where one said so. */
    public @Nullable Instant leasedUntil() {
        return leasedUntil;
    }
}
