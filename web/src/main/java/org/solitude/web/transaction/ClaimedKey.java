package org.solitude.web.transaction;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.solitude.idempotency.IdempotencyService;
import org.solitude.idempotency.KeyDecision;
import org.solitude.task.execution.RetryPolicy;

/**
 * The key that a write holds while it runs, if its client gave it one. An answer becomes the key's; what may pass (429,
 * 502, 503, 504) or was never answered does not, so that the next call with the key runs.
 */
final class ClaimedKey {

    private final IdempotencyService idempotency;
    private final KeyDecision.@Nullable Proceed claim;
    private boolean saved;

    private ClaimedKey(IdempotencyService repeats, KeyDecision.@Nullable Proceed mine) {
        this.idempotency = repeats;
        this.claim = mine;
    }

    /** The key of this request, when the request has been served as far as its response is known. */
    static ClaimedKey of(HttpServletRequest request, IdempotencyService repeats) {
        Object turn = request.getAttribute(KeyDecision.Proceed.class.getName());
        return new ClaimedKey(repeats, turn instanceof KeyDecision.Proceed mine ? mine : null);
    }

    /** Keeps the answer, in the caller's transaction where there is one. */
    void saveResponse(BufferedResponse held) {
        if (claim != null && !RetryPolicy.isRetryable(held.getStatus())) {
            idempotency.saveResponse(claim, held.stored());
            saved = true;
        }
    }

    /** The transaction in which the answer was kept has failed. */
    void discardResponse() {
        saved = false;
    }

    /** The call has ended. */
    void end() {
        if (claim != null) {
            idempotency.end(claim, saved);
        }
    }
}
