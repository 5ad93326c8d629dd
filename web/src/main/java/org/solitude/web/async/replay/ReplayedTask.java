package org.solitude.web.async.replay;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.solitude.web.async.AsyncHeader;

/** Tells which task a request replays. No client can set that. */
public final class ReplayedTask {

    private static final String DEFERRED = ReplayedTask.class.getName() + ".deferred";

    private ReplayedTask() {}

    /** Returns the UUID of the task; empty for a request of a client. */
    public static Optional<UUID> of(ContainerRequestContext request) {
        return Optional.ofNullable((UUID) request.getProperty(AsyncHeader.replayProperty()));
    }

    /** Defers the task without counting the attempt, for a temporary cause that is not in the request. */
    public static void defer(ContainerRequestContext request, Duration delay) {
        request.setProperty(DEFERRED, delay);
    }

    static String deferredProperty() {
        return DEFERRED;
    }
}
