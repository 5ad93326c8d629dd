package org.solitude.task.execution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Registers the {@link RequestReplayer} of the resource layer while it can take replays.
 *
 * <p>An EJB jar cannot see the classes of a WAR, and messages may arrive before the WAR is up.
 */
@ApplicationScoped
public class ReplayerRegistry {

    private final AtomicReference<RequestReplayer> replayer = new AtomicReference<>();

    @Inject
    private Event<Ready> ready;

    @Inject
    private Event<Gone> gone;

    /** Registers the replayer of a resource layer that is up. */
    public void register(RequestReplayer newReplayer) {
        replayer.set(newReplayer);
        ready.fire(new Ready());
    }

    /** Unregisters the replayer of a resource layer that goes down. */
    public void unregister(RequestReplayer oldReplayer) {
        if (replayer.compareAndSet(oldReplayer, null)) {
            gone.fire(new Gone());
        }
    }

    Optional<RequestReplayer> current() {
        return Optional.ofNullable(replayer.get());
    }

    /** Fired when the resource layer is up. */
    public record Ready() {}

    /** Fired when the resource layer goes down. */
    public record Gone() {}
}
