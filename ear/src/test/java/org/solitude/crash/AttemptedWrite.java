package org.solitude.crash;

import java.util.Optional;

/** A write that was attempted, and the task it was promised: none where the answer was cut off. */
record AttemptedWrite(WriteKind kind, String uuid, Outcome outcome, Optional<String> task, int status) {

    /** What the writer knows. */
    enum Outcome {
        /** A 202: the write will happen. */
        ACCEPTED,
        /** The connection broke: it may happen or not, but never half. */
        UNKNOWN,
        /** An honest refusal: it will not happen. */
        REFUSED
    }

    static AttemptedWrite accepted(WriteKind kind, String uuid, String task) {
        return new AttemptedWrite(kind, uuid, Outcome.ACCEPTED, Optional.of(task), 202);
    }

    static AttemptedWrite cutOff(WriteKind kind, String uuid) {
        return new AttemptedWrite(kind, uuid, Outcome.UNKNOWN, Optional.empty(), 0);
    }

    /** Any other answer: a plain server error leaves open what became of the write, everything else does not. */
    static AttemptedWrite refusedOrFailed(WriteKind kind, String uuid, int status) {
        Outcome outcome = status >= 500 && status != 503 ? Outcome.UNKNOWN : Outcome.REFUSED;
        return new AttemptedWrite(kind, uuid, outcome, Optional.empty(), status);
    }

    boolean isAccepted() {
        return outcome == Outcome.ACCEPTED;
    }

    /** The number of buyers there may be of this write's uuid when all has run. */
    boolean allowsBuyers(int buyers) {
        return switch (outcome) {
            case ACCEPTED -> buyers == kind.buyers();
            case UNKNOWN -> buyers == 0 || buyers == kind.buyers();
            case REFUSED -> buyers == 0;
        };
    }
}
