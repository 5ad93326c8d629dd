package org.solitude.task;

import java.time.Instant;
import java.util.Objects;

/**
 * One attempt that ended.
 *
 * @param life which life of the task it was in: 0, and one more with each redrive
 * @param number from 1, within its life
 * @param status of the response it got
 * @param reason what became of it
 */
public record Attempt(int redrives, int number, Instant started, Instant finished, int status, Reason reason) {

    /** Returns the attempt that a task has just ended, from the task's row after the change. */
    public static Attempt of(DelayedTask row, StoredResponse response, Reason reason, Instant finished) {
        int redrives = reason == Reason.EXHAUSTED ? row.deaths() - 1 : row.deaths();
        return new Attempt(
                redrives, row.attempts(), Objects.requireNonNull(row.started()), finished, response.status(), reason);
    }

    /** What became of an attempt. */
    public enum Reason {
        /** Its response is the task's. */
        ANSWERED,
        /** Its failure may pass: the task is tried again. */
        RETRIED,
        /** It was the last one allowed. */
        EXHAUSTED
    }
}
