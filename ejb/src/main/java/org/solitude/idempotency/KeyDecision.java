package org.solitude.idempotency;

import java.util.UUID;
import org.solitude.task.StoredResponse;

/** What a call with an idempotency key does: it runs, returns the response to the first call, or waits
 * for it. */
public sealed interface KeyDecision {

    /**
     * This call is the first: it runs, and its response becomes that of the key.
     *
     * @param row the id of the record that the response is stored in
     * @param claim tells this call from one that claims the key later
     */
    record Proceed(long row, UUID claim) implements KeyDecision {}

    /**
     * The first call became a task.
     *
     * @param first whether this is that call
     */
    record Accepted(UUID task, boolean first) implements KeyDecision {}

    /**
     * The first call is in progress and has no response yet.
     *
     * @param claim that call's
     */
    record InProgress(UUID claim) implements KeyDecision {}

    /** The first call has a response. */
    record Answered(StoredResponse response) implements KeyDecision {}
}
