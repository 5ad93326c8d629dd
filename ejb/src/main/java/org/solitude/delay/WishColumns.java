package org.solitude.delay;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the client of a task asked of the delay, as it stands in the row. When it is due changes, and is the task's own. */
@Embeddable
class WishColumns {

    @Column(nullable = false, updatable = false)
    private int priority;

    @Column(updatable = false)
    private @Nullable Integer retries;

    @Column(name = "expires_at")
    private @Nullable Instant expiresAt;

    protected WishColumns() {}

    WishColumns(Wishes wishes) {
        this.priority = wishes.priority();
        this.retries = wishes.retries();
        this.expiresAt = wishes.expires();
    }

    int priority() {
        return priority;
    }

    @Nullable
    Integer retries() {
        return retries;
    }

    @Nullable
    Instant expiresAt() {
        return expiresAt;
    }

    /** However late it is now. */
    void neverExpire() {
        this.expiresAt = null;
    }
}
