package org.solitude.task;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Records when a task is due, when its message was sent, and until when a node leases it.
 *
 * <p>The due time is null while the task is blocked.
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

    /**
     * Makes a task due at {@code at}.
     *
     * <p>A task that is due within a minute counts as dispatched now, by a message with a delay; one due later is
     * dispatched by lost-message recovery when it is due.
     */
    static DispatchState of(Instant at, Instant now) {
        DispatchState state = new DispatchState();
        state.dueAt = at;
        state.dispatchedAt = Duration.between(now, at).compareTo(MAXIMUM_MESSAGE_DELAY) <= 0 ? now : null;
        return state;
    }

    /** Removes the lease. */
    void releaseLease() {
        this.leasedUntil = null;
    }

    /** Returns whether the due time is unknown, because the task is blocked. */
    public boolean hasNoDueTime() {
        return dueAt == null;
    }

    /** Returns whether the task may be attempted at that time. */
    boolean isDueAt(Instant at) {
        return dueAt != null && !dueAt.isAfter(at);
    }

    /** Returns whether a node holds the lease at that time. */
    public boolean isLeasedAt(Instant now) {
        return leasedUntil != null && leasedUntil.isAfter(now);
    }

    /** Returns when the task may be attempted; null while it is blocked. */
    public @Nullable Instant dueAt() {
        return dueAt;
    }

    /** Returns when the message for the current due time was sent; null if none was or is about to be. */
    public @Nullable Instant dispatchedAt() {
        return dispatchedAt;
    }

    /** Returns until when a node leases the task; null if none does. */
    public @Nullable Instant leasedUntil() {
        return leasedUntil;
    }
}
