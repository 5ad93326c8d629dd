package org.solitude.provider;

import java.io.Serial;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A call to a provider has no response. Clients and task executions may try again. */
public class ProviderException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final int status;
    private final @Nullable Duration retryAfter;
    private final boolean sent;
    private final boolean uncertain;

    private ProviderException(
            int status, @Nullable Duration retryAfter, boolean asked, String message, @Nullable Throwable cause) {
        this(status, retryAfter, asked, false, message, cause);
    }

    private ProviderException(
            int status,
            @Nullable Duration retryAfter,
            boolean asked,
            boolean uncertain,
            String message,
            @Nullable Throwable cause) {
        super(message, cause);
        this.status = status;
        this.retryAfter = retryAfter;
        this.sent = asked;
        this.uncertain = uncertain;
    }

    /** Returns this exception as that of a write: unless it was not sent, it may have taken effect. */
    ProviderException ofWrite() {
        return sent
                ? new ProviderException(status, retryAfter, true, true, String.valueOf(getMessage()), getCause())
                : this;
    }

    /** 502: the connection failed or was closed, or the response is not HTTP. */
    static ProviderException unreachable(Provider provider, Throwable cause) {
        return new ProviderException(
                502,
                null,
                true,
                "The provider " + provider.name() + " cannot be reached or closed the connection.",
                cause);
    }

    /** 502: the response cannot be processed. */
    public static ProviderException unreadable(Provider provider, String why, @Nullable Throwable cause) {
        return new ProviderException(502, null, true, "The provider " + provider.name() + " " + why + ".", cause);
    }

    /** 504: the response did not arrive in time. */
    static ProviderException timedOut(Provider provider, Throwable cause) {
        return new ProviderException(
                504, null, true, "The provider " + provider.name() + " did not answer in time.", cause);
    }

    /**
     * 502: what the provider reports does not fit what it was asked for, so that the outcome is uncertain.
     *
     * @param what does not fit, in a word
     */
    public static ProviderException contradicting(Provider provider, String what) {
        return new ProviderException(
                502,
                null,
                true,
                "What the provider " + provider.name() + " reports does not fit the payment (" + what
                        + "). Nothing was moved here, the outcome is uncertain, and an operator must decide.",
                null);
    }

    /** 503: an earlier call with this key is in progress or done, and its outcome is not known yet. */
    public static ProviderException outcomeUnknown(Provider provider, String message) {
        return new ProviderException(
                503,
                null,
                true,
                true,
                "The provider " + provider.name()
                        + " was called before, and the outcome of that call is not known yet: " + message,
                null);
    }

    /** 503: the provider was not called, because it fails or is busy. */
    static ProviderException notSent(Provider provider, String why, Duration retryAfter, @Nullable Throwable cause) {
        return new ProviderException(
                503, retryAfter, false, "The provider " + provider.name() + " was not called: " + why + ".", cause);
    }

    /**
     * 409: the provider was not called, because the task was ended elsewhere while it ran. No client reads this
     * response.
     */
    static ProviderException taskEnded(Provider provider) {
        return new ProviderException(
                409, null, false, "The provider " + provider.name() + " was not called: the task has ended.", null);
    }

    /** Returns the status for the client. */
    public int status() {
        return status;
    }

    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    /** Returns whether the call may have taken effect at the provider, and its outcome is not known. */
    public boolean isUncertain() {
        return uncertain;
    }

    /** Returns whether the provider may have received the call. */
    public boolean wasSent() {
        return sent;
    }
}
