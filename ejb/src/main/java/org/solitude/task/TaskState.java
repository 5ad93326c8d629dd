package org.solitude.task;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * The states of a task. {@link #canBecome} is the only gate: every change of state passes it.
 *
 * <pre>
 * waiting ──▶ retrying ──▶ done | dead | cancelled | expired
 *    └──────────────────────▲
 * dead ──▶ waiting (an operator's redrive)
 * </pre>
 *
 * <p>{@link #RUNNING} is never stored: a waiting or retrying task is running while a node holds its lease.
 */
public enum TaskState {
    WAITING,
    RUNNING,
    RETRYING,
    DONE,
    DEAD,
    CANCELLED,
    EXPIRED;

    /** The states of tasks that have not ended; they poll as 404 with {@code Solitude-Async: no}. */
    public static final Set<TaskState> DUE = EnumSet.of(WAITING, RETRYING);

    /** Returns whether a task in this state may change to {@code next}. */
    public boolean canBecome(TaskState next) {
        return switch (this) {
            case WAITING, RETRYING -> next != WAITING && next != RUNNING;
            case DEAD -> next == WAITING;
            case RUNNING, DONE, CANCELLED, EXPIRED -> false;
        };
    }

    /** Returns whether the task has run and its response is stored: {@code run} in the API. */
    public boolean hasRun() {
        return this == DONE || this == DEAD;
    }

    /** Returns whether the task ended without a response: it polls as 410. */
    public boolean endedWithoutResponse() {
        return this == CANCELLED || this == EXPIRED;
    }

    /** Returns the name of the state in the API and the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns the state with this {@linkplain #word name}.
     *
     * @throws IllegalArgumentException if no state has it
     */
    public static TaskState of(String word) {
        for (TaskState state : values()) {
            if (state.word().equals(word)) {
                return state;
            }
        }
        throw new IllegalArgumentException("no such state");
    }
}
