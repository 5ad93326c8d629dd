package org.solitude.caller;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Tells for whom this thread works. The web module knows, and registers itself, because an EJB jar cannot see the
 * classes of a WAR.
 */
@ApplicationScoped
public class CurrentCaller {

    private static final Caller NOBODY = new Caller("", null, Set.of());

    private volatile Supplier<Caller> source = () -> NOBODY;

    /** Registers who tells the caller of a thread. */
    public void register(Supplier<Caller> newSource) {
        source = newSource;
    }

    /**
     * Returns the caller of the request that this thread serves or replays. It is unknown where the server works for
     * itself (reconciliation, a provider's event).
     */
    public Caller get() {
        return source.get();
    }
}
