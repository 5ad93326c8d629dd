package org.solitude.web.async.longpoll;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jboss.resteasy.core.interception.jaxrs.SuspendableContainerRequestContext;
import org.jspecify.annotations.Nullable;
import org.solitude.task.longpoll.LongPollRegistry;
import org.solitude.task.longpoll.LongPollSettings;
import org.solitude.task.longpoll.WaitingClient;

/**
 * Suspends a request until its task has ended or a timeout has passed. A suspended request occupies its connection and
 * no thread; it is answered on another thread, from the row as it is then.
 */
@ApplicationScoped
public class LongPollSuspender {

    private static final Logger LOG = System.getLogger(LongPollSuspender.class.getName());

    @Inject
    private LongPollRegistry longPolls;

    @Inject
    private LongPollSettings settings;

    @Inject
    private LongPollExecutor executor;

    /**
     * Caps the time that a client wants to wait at the configured maximum; null where the request is not to be
     * suspended.
     */
    @Nullable
    public Duration bound(@Nullable Duration wait) {
        if (wait == null || wait.isZero()) {
            return null;
        }
        return wait.compareTo(settings.maximumWait()) > 0 ? settings.maximumWait() : wait;
    }

    /** Registers a waiting client of a task, before the task is read; empty where too many clients wait already. */
    public Optional<WaitingClient> register(UUID task) {
        return longPolls.register(task);
    }

    /**
     * Suspends a request, if its task has not ended.
     *
     * @param isPending tells whether the task has yet to end; called once, at once
     * @param response makes the response when the wait is over
     * @return whether the request was suspended; otherwise the caller answers it now
     */
    public boolean suspend(
            ContainerRequestContext request,
            WaitingClient client,
            Duration timeout,
            BooleanSupplier isPending,
            Supplier<Response> response) {
        boolean suspended = false;
        try {
            suspended = isPending.getAsBoolean();
        } finally {
            if (!suspended) {
                client.wake();
            }
        }
        if (suspended) {
            SuspendableContainerRequestContext suspendable = (SuspendableContainerRequestContext) request;
            suspendable.suspend();
            client.answerWithin(timeout, executor, () -> answer(suspendable, response));
        }
        return suspended;
    }

    private static void answer(SuspendableContainerRequestContext request, Supplier<Response> response) {
        try {
            request.abortWith(response.get());
        } catch (RuntimeException failure) {
            LOG.log(Level.DEBUG, "a suspended request is answered with an error", failure);
            request.resume(failure);
        }
    }
}
