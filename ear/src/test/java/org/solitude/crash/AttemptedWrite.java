package org.solitude.crash;

import java.util.Optional;

/** A write that was attempted, with the task of its 202; no task if it was refused or the connection broke. */
record AttemptedWrite(WriteKind kind, String uuid, Outcome outcome, Optional<String> task, int status) {

    /** What the client knows about a write. */
    enum Outcome {
        /** The response was 202: the write will be executed. */
        ACCEPTED,
        /** The connection broke or the server failed: the write is executed completely or not at all. */
        UNKNOWN,
        /** The server refused the write: it will not be executed. */
        REFUSED
    }

    static AttemptedWrite accepted(WriteKind kind, String uuid, String task) {
        return new AttemptedWrite(kind, uuid, Outcome.ACCEPTED, Optional.of(task), 202);
    }

    static AttemptedWrite connectionBroken(WriteKind kind, String uuid) {
        return new AttemptedWrite(kind, uuid, Outcome.UNKNOWN, Optional.empty(), 0);
    }

    /** Returns a write with a status other than 202: unknown after a server error except 503, otherwise refused. */
    static AttemptedWrite refusedOrFailed(WriteKind kind, String uuid, int status) {
        Outcome outcome = status >= 500 && status != 503 ? Outcome.UNKNOWN : Outcome.REFUSED;
        return new AttemptedWrite(kind, uuid, outcome, Optional.empty(), status);
    }

    boolean isAccepted() {
        return outcome == Outcome.ACCEPTED;
    }

    /** Returns whether this number of buyers with the write's uuid is right after all tasks have ended. */
    boolean allowsBuyers(int buyers) {
        return switch (outcome) {
            case ACCEPTED -> buyers == kind.buyers();
            case UNKNOWN -> buyers == 0 || buyers == kind.buyers();
            case REFUSED -> buyers == 0;
        };
    }
}
