package org.solitude.task.execution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Where the resource layer reports that it can take replays. An EJB jar cannot see the classes of a WAR, and messages
 * may arrive before the WAR is up.
 */
@ApplicationScoped
public class ReplayerRegistry {

    private final AtomicReference<RequestReplayer> replayer = new AtomicReference<>();

    @Inject
    private Event<Ready> ready;

    @Inject
    private Event<Gone> gone;

    /** The resource layer is up: from now on replays go to it. */
    public void register(RequestReplayer newReplayer) {
        replayer.set(newReplayer);
        ready.fire(new Ready());
    }

    /** The resource layer goes down. */
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
