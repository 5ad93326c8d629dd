package org.solitude.task;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the client of a task asked of the delay, as it stands in the row. */
@Embeddable
class TaskOptionColumns {

    @Column(nullable = false, updatable = false)
    private int priority;

    @Column(updatable = false)
    private @Nullable Integer retries;

    @Column(name = "not_before", updatable = false)
    private @Nullable Instant notBefore;

    @Column(name = "ordering_key", updatable = false)
    private @Nullable String orderingKey;

    @Column(name = "expires_at")
    private @Nullable Instant expiresAt;

    protected TaskOptionColumns() {}

    TaskOptionColumns(TaskOptions options) {
        this.priority = options.priority();
        this.retries = options.retries();
        this.notBefore = options.notBefore();
        this.orderingKey = options.orderingKey();
        this.expiresAt = options.expires();
    }

    /** Without whom to call: that may hold a secret, and stands sealed elsewhere. */
    TaskOptions options() {
        return new TaskOptions(priority, notBefore, expiresAt, retries, orderingKey, null);
    }

    /** However late it is now. */
    void removeExpiry() {
        this.expiresAt = null;
    }
}
