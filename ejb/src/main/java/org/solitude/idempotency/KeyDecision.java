package org.solitude.idempotency;

import java.util.UUID;
import org.solitude.task.StoredResponse;

/** What a call with a key is to do: run, or give the answer of the call that came first. */
public sealed interface KeyDecision {

    /**
     * This call is the first: it runs, and its answer will be the key's.
     *
     * @param row where the answer will be kept
     * @param claim tells this call from one that comes to hold the key later
     */
    record Proceed(long row, UUID claim) implements KeyDecision {}

    /**
     * The first call became a task.
     *
     * @param first whether that was this call
     */
    record Accepted(UUID task, boolean first) implements KeyDecision {}

    /** The first call was answered. */
    record Answered(StoredResponse response) implements KeyDecision {}
}
