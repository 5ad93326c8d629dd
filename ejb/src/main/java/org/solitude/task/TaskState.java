package org.solitude.task;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * Where a task is in its life. Every change of a task's state passes {@link #canBecome}; nothing else decides.
 *
 * <pre>
 * waiting ──▶ retrying ──▶ done | dead | cancelled | expired
 *    └──────────────────────▲
 * dead ──▶ waiting (an operator's redrive)
 * </pre>
 *
 * <p>{@link #RUNNING} is never written: a waiting or retrying task is running while a node holds its lease.
 */
public enum TaskState {
    WAITING,
    RUNNING,
    RETRYING,
    DONE,
    DEAD,
    CANCELLED,
    EXPIRED;

    /** The states in which a task has yet to run to its end; they poll as 404 with {@code Solitude-Async: no}. */
    public static final Set<TaskState> DUE = EnumSet.of(WAITING, RETRYING);

    /** Whether a task in this state may go on to {@code next}. */
    public boolean canBecome(TaskState next) {
        return switch (this) {
            case WAITING, RETRYING -> next != WAITING && next != RUNNING;
            case DEAD -> next == WAITING;
            case RUNNING, DONE, CANCELLED, EXPIRED -> false;
        };
    }

    /** Whether the task has run to its end and its response is stored: {@code run} in the contract. */
    public boolean hasRun() {
        return this == DONE || this == DEAD;
    }

    /** Whether the task ended without a response: it polls as 410. */
    public boolean endedWithoutResponse() {
        return this == CANCELLED || this == EXPIRED;
    }

    /** The word clients and the database use. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The state of that word.
     *
     * @throws IllegalArgumentException when no state has that word
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
