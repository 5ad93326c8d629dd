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
 * Holds a request until its task has ended or its patience is over. Nothing is held meanwhile but the connection to the
 * client: the request's thread goes, and the answer is made on another, from the row as it is then.
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

    /** How long a client that likes to wait so long is held; null where it is not. */
    @Nullable
    public Duration bound(@Nullable Duration wait) {
        if (wait == null || wait.isZero()) {
            return null;
        }
        return wait.compareTo(settings.maximumWait()) > 0 ? settings.maximumWait() : wait;
    }

    /** A place for one who waits for this task, to be had before its row is read; empty where there is none. */
    public Optional<WaitingClient> register(UUID task) {
        return longPolls.register(task);
    }

    /**
     * Answers the request later.
     *
     * @param isDue whether the task has yet to end; asked once, now
     * @param answer made when the wait is over
     * @return whether the request is held: if not, answer it now
     */
    public boolean suspend(
            ContainerRequestContext request,
            WaitingClient waiter,
            Duration patience,
            BooleanSupplier isDue,
            Supplier<Response> answer) {
        boolean held = false;
        try {
            held = isDue.getAsBoolean();
        } finally {
            if (!held) {
                waiter.wake();
            }
        }
        if (held) {
            SuspendableContainerRequestContext suspendable = (SuspendableContainerRequestContext) request;
            suspendable.suspend();
            waiter.answerWithin(patience, executor, () -> answer(suspendable, answer));
        }
        return held;
    }

    private static void answer(SuspendableContainerRequestContext request, Supplier<Response> answer) {
        try {
            request.abortWith(answer.get());
        } catch (RuntimeException failure) {
            LOG.log(Level.DEBUG, "a held request is answered with a failure, if anybody is there", failure);
            request.resume(failure);
        }
    }
}
