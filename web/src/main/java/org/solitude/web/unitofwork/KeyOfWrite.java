package org.solitude.web.unitofwork;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.solitude.delay.RetryPolicy;
import org.solitude.idempotency.Repeats;
import org.solitude.idempotency.Turn;

/**
 * The key that a write holds while it runs, if its client gave it one. An answer becomes the key's; what may pass (429,
 * 502, 503, 504) or was never answered does not, so that the next call with the key runs.
 */
final class KeyOfWrite {

    private final Repeats repeats;
    private final Turn.@Nullable Mine mine;
    private boolean kept;

    private KeyOfWrite(Repeats repeats, Turn.@Nullable Mine mine) {
        this.repeats = repeats;
        this.mine = mine;
    }

    /** The key of this request, when the request has been served as far as its response is known. */
    static KeyOfWrite of(HttpServletRequest request, Repeats repeats) {
        Object turn = request.getAttribute(Turn.Mine.class.getName());
        return new KeyOfWrite(repeats, turn instanceof Turn.Mine mine ? mine : null);
    }

    /** Keeps the answer, in the caller's transaction where there is one. */
    void keep(HeldResponse held) {
        if (mine != null && !RetryPolicy.isPassing(held.getStatus())) {
            repeats.keep(mine, held.stored());
            kept = true;
        }
    }

    /** The transaction in which the answer was kept has failed. */
    void withdraw() {
        kept = false;
    }

    /** The call has ended. */
    void end() {
        if (mine != null) {
            repeats.end(mine, kept);
        }
    }
}
