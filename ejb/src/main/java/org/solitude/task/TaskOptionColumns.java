package org.solitude.task;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Maps the options of a task to columns of its row. */
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

    /** Returns the options without the webhook URL: it may hold a secret and is stored encrypted in another table. */
    TaskOptions options() {
        return new TaskOptions(priority, notBefore, expiresAt, retries, orderingKey, null);
    }

    /** Removes the expiry time, so that a redriven task may start however late it is. */
    void removeExpiry() {
        this.expiresAt = null;
    }
}
