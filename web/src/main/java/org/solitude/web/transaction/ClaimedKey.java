package org.solitude.web.transaction;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.solitude.idempotency.IdempotencyService;
import org.solitude.idempotency.KeyDecision;
import org.solitude.task.execution.RetryPolicy;

/**
 * The idempotency key that a call has claimed, if its client sent one. The response is stored with the key, so that a
 * repeat gets it. A retryable response (429, 502, 503, 504) or none is not stored: the next call with the key runs.
 */
final class ClaimedKey {

    private final IdempotencyService idempotency;
    private final KeyDecision.@Nullable Proceed claim;
    private boolean saved;

    private ClaimedKey(IdempotencyService idempotency, KeyDecision.@Nullable Proceed claim) {
        this.idempotency = idempotency;
        this.claim = claim;
    }

    /** Returns the key that this request has claimed. Call it after the request was served. */
    static ClaimedKey of(HttpServletRequest request, IdempotencyService idempotency) {
        Object decision = request.getAttribute(KeyDecision.Proceed.class.getName());
        return new ClaimedKey(idempotency, decision instanceof KeyDecision.Proceed claim ? claim : null);
    }

    /** Stores the response, in the current transaction where there is one. */
    void saveResponse(BufferedResponse response) {
        if (claim != null && !RetryPolicy.isRetryable(response.getStatus())) {
            idempotency.saveResponse(claim, response.stored());
            saved = true;
        }
    }

    /** Notes that the transaction that stored the response has failed. */
    void discardResponse() {
        saved = false;
    }

    /** Releases the key at the end of the call. */
    void end() {
        if (claim != null) {
            idempotency.end(claim, saved);
        }
    }
}
