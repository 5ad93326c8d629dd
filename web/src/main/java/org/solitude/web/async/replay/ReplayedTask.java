package org.solitude.web.async.replay;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.solitude.web.async.AsyncHeader;

/** The task that a request is a replay of, for the few who must know: no client can say it. */
public final class ReplayedTask {

    private static final String DEFERRED = ReplayedTask.class.getName() + ".postponed";

    private ReplayedTask() {}

    /** The task's uuid, empty where a client calls. */
    public static Optional<UUID> of(ContainerRequestContext request) {
        return Optional.ofNullable((UUID) request.getProperty(AsyncHeader.replayProperty()));
    }

    /** This attempt met a reason that passes by itself and is not the request's: it does not count. */
    public static void defer(ContainerRequestContext request, Duration delay) {
        request.setProperty(DEFERRED, delay);
    }

    static String deferredProperty() {
        return DEFERRED;
    }
}
