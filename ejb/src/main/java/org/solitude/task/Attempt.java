package org.solitude.task;

import java.time.Instant;

/**
 * One attempt that ended.
 *
 * @param life which life of the task it was in: 0, and one more with each redrive
 * @param number from 1, within its life
 * @param status of the response it got
 * @param reason what became of it
 */
public record Attempt(int life, int number, Instant started, Instant finished, int status, Reason reason) {

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
