package org.solitude.provider;

import java.io.Serial;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A call to a provider that got no answer. Clients and replays may try again. */
public class ProviderException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final int status;
    private final @Nullable Duration retryAfter;
    private final boolean sent;

    private ProviderException(
            int status, @Nullable Duration retryAfter, boolean asked, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.status = status;
        this.retryAfter = retryAfter;
        this.sent = asked;
    }

    /** It could not be reached, hung up, or said what is no HTTP: 502. */
    static ProviderException unreachable(Provider provider, Throwable cause) {
        return new ProviderException(
                502, null, true, "The provider " + provider.name() + " cannot be reached or hung up.", cause);
    }

    /** What it said makes no sense to us: 502. */
    static ProviderException unreadable(Provider provider, String why, @Nullable Throwable cause) {
        return new ProviderException(502, null, true, "The provider " + provider.name() + " " + why + ".", cause);
    }

    /** It took longer than it may: 504. */
    static ProviderException timedOut(Provider provider, Throwable cause) {
        return new ProviderException(
                504, null, true, "The provider " + provider.name() + " did not answer in time.", cause);
    }

    /** It has a call with this key in hand, or had: whether it carried it out is not known yet. 503. */
    static ProviderException outcomeUnknown(Provider provider, String words) {
        return new ProviderException(
                503,
                null,
                true,
                "The provider " + provider.name() + " was asked before, and has not said what became of it: " + words,
                null);
    }

    /** It was not asked, to spare it or others: 503. */
    static ProviderException notSent(Provider provider, String why, Duration retryAfter, @Nullable Throwable cause) {
        return new ProviderException(
                503, retryAfter, false, "The provider " + provider.name() + " was not asked: " + why + ".", cause);
    }

    /** It was not asked, because the task was ended elsewhere while it ran: 409, which nobody will read. */
    static ProviderException taskEnded(Provider provider) {
        return new ProviderException(
                409, null, false, "The provider " + provider.name() + " was not asked: the task has ended.", null);
    }

    /** The status that says so. */
    public int status() {
        return status;
    }

    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    /** Whether the provider may have seen the call. */
    public boolean wasSent() {
        return sent;
    }
}
