package org.solitude.task.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.io.Serial;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.solitude.task.Attempt;

/** Stores an attempt that ended. */
@Entity
@Table(name = "delayed_attempt")
class AttemptRow {

    @EmbeddedId
    private Key key;

    @Column(nullable = false)
    private Instant started;

    @Column(nullable = false)
    private Instant finished;

    @Column(nullable = false)
    private int status;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private Attempt.Reason reason;

    protected AttemptRow() {}

    AttemptRow(long taskId, Attempt attempt) {
        this.key = new Key(taskId, attempt.redrives(), attempt.number());
        this.started = attempt.started();
        this.finished = attempt.finished();
        this.status = attempt.status();
        this.reason = attempt.reason();
    }

    Attempt attempt() {
        return new Attempt(key.redrives, key.number, started, finished, status, reason);
    }

    /** Identifies an attempt of a task. */
    @Embeddable
    static class Key implements Serializable {

        @Serial
        private static final long serialVersionUID = 1L;

        @Column(name = "task_id")
        private long taskId;

        @Column(name = "life")
        private int redrives;

        private int number;

        protected Key() {}

        Key(long taskId, int redrives, int number) {
            this.taskId = taskId;
            this.redrives = redrives;
            this.number = number;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && key.taskId == taskId && key.redrives == redrives && key.number == number;
        }

        @Override
        public int hashCode() {
            return Objects.hash(taskId, redrives, number);
        }
    }
}
