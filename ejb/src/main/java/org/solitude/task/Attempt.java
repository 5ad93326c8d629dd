package org.solitude.task;

import java.time.Instant;
import java.util.Objects;

/**
 * An attempt that ended.
 *
 * @param redrives how many redrives of the task preceded it
 * @param number counts from 1, anew after each redrive
 * @param status the status of the response
 * @param reason what the attempt led to
 */
public record Attempt(int redrives, int number, Instant started, Instant finished, int status, Reason reason) {

    /** Returns the attempt that a task has just ended, from the task's row after the change. */
    public static Attempt of(DelayedTask row, StoredResponse response, Reason reason, Instant finished) {
        int redrives = reason == Reason.EXHAUSTED ? row.deaths() - 1 : row.deaths();
        return new Attempt(
                redrives, row.attempts(), Objects.requireNonNull(row.started()), finished, response.status(), reason);
    }

    /** What an attempt led to. */
    public enum Reason {
        /** Its response is the task's response. */
        ANSWERED,
        /** It failed and the task is retried. */
        RETRIED,
        /** It failed, was the last one allowed, and the task is dead. */
        EXHAUSTED
    }
}
