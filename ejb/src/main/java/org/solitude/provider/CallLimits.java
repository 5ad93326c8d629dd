package org.solitude.provider;

import io.smallrye.faulttolerance.api.Guard;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;

/**
 * Limits how many calls run at once: for each type of call a bulkhead of its own, and for synchronous calls also one
 * for each client and one for all providers, because they hold HTTP threads. A call beyond a limit is not sent.
 */
final class CallLimits {

    /** Inquiries are rare: they follow odd answers, and the reconciliation makes one after another. */
    private static final int INQUIRIES = 8;

    private final Map<CallType, Limit> byType = new EnumMap<>(CallType.class);
    private final Limit allProviders;

    /** The limits of one type of call, or of synchronous calls to all providers: in all, and for each client. */
    record Limit(Guard bulkhead, PerClientBulkhead clients) {

        static Limit of(int calls, HttpThreadShare share) {
            return new Limit(
                    Guard.create().withBulkhead().limit(calls).done().build(),
                    new PerClientBulkhead(share.perClient(calls)));
        }

        <T> T call(String client, Callable<T> call, Class<T> result) throws Exception {
            if (!clients.enter(client)) {
                throw new BulkheadException("too many calls of this client run");
            }
            try {
                return bulkhead.call(call, result);
            } finally {
                clients.leave(client);
            }
        }
    }

    /**
     * Creates the limits of one provider.
     *
     * @param allProviders the limit of synchronous calls that all providers share
     */
    CallLimits(Provider provider, HttpThreadShare share, Limit allProviders) {
        this.allProviders = allProviders;
        for (CallType type : CallType.values()) {
            int calls =
                    switch (type) {
                        case CLIENT_READ, CLIENT_WRITE -> provider.synchronousCallsAtOnce();
                        case TASK_WRITE -> provider.callsAtOnce();
                        case CLIENT_INQUIRY, INQUIRY -> INQUIRIES;
                    };
            byType.put(type, Limit.of(calls, share));
        }
    }

    /**
     * Makes a call within the limits.
     *
     * @param client whose call it is, where it is synchronous
     * @throws BulkheadException if too many calls run; it was not made then
     */
    <T> T call(CallType type, String client, Callable<T> call, Class<T> result) throws Exception {
        Limit limit = Objects.requireNonNull(byType.get(type));
        return type.holdsHttpThread()
                ? allProviders.call(client, () -> limit.call(client, call, result), result)
                : limit.bulkhead().call(call, result);
    }
}
