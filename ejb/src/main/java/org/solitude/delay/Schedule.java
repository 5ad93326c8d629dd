package org.solitude.delay;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When a task is to be attempted, whether somebody was told, and until when a node says that it is at it. */
@Embeddable
class Schedule {

    private static final Duration LONGEST_DELAY_OF_A_MESSAGE = Duration.ofMinutes(1);

    @Column(name = "due_at", nullable = false)
    private Instant dueAt;

    @Column(name = "announced_at")
    private @Nullable Instant announcedAt;

    @Column(name = "leased_until")
    private @Nullable Instant leasedUntil;

    protected Schedule() {}

    /** Due at {@code at}. What is due soon is announced now, with a delay of the message; the rest by the sweep then. */
    static Schedule of(Instant at, Instant now) {
        Schedule schedule = new Schedule();
        schedule.dueAt = at;
        schedule.announcedAt = Duration.between(now, at).compareTo(LONGEST_DELAY_OF_A_MESSAGE) <= 0 ? now : null;
        return schedule;
    }

    /** Nobody is at it any more. */
    void release() {
        this.leasedUntil = null;
    }

    Instant dueAt() {
        return dueAt;
    }

    @Nullable
    Instant announcedAt() {
        return announcedAt;
    }

    @Nullable
    Instant leasedUntil() {
        return leasedUntil;
    }

    boolean isLeasedAt(Instant now) {
        return leasedUntil != null && leasedUntil.isAfter(now);
    }
}
