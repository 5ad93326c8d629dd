package org.solitude.web.async.replay;

import jakarta.ws.rs.core.SecurityContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import org.jboss.resteasy.core.ResteasyContext;
import org.jboss.resteasy.core.SynchronousDispatcher;
import org.jboss.resteasy.core.ThreadLocalResteasyProviderFactory;
import org.jboss.resteasy.mock.MockHttpRequest;
import org.jboss.resteasy.spi.ResteasyProviderFactory;
import org.jboss.resteasy.spi.UnhandledException;
import org.solitude.persistence.InfrastructureFailure;
import org.solitude.task.DelayedTask;
import org.solitude.task.FallbackResponse;
import org.solitude.task.StoredRequest;
import org.solitude.task.StoredResponse;
import org.solitude.task.TaskSettings;
import org.solitude.task.execution.DeferredException;
import org.solitude.task.execution.RequestReplayer;
import org.solitude.web.api.operations.ServerState;
import org.solitude.web.async.AsyncHeader;
import org.solitude.web.http.security.CallerResolver;
import org.solitude.web.http.security.ReplayAuthorization;

/**
 * Replays requests through RESTEasy's dispatcher on the calling thread, so that the resource joins the transaction of
 * the task. The thread belongs to a message-driven bean and knows nothing of the web application: the class loader and
 * RESTEasy's context are set for the call and cleared after it.
 */
final class RestEasyReplayer implements RequestReplayer {

    private static final Logger LOG = System.getLogger(RestEasyReplayer.class.getName());

    private static final Duration LOCKED_RETRY_DELAY = Duration.ofSeconds(30);
    private static final Duration STOPPING_RETRY_DELAY = Duration.ofSeconds(1);
    private static final int INTERNAL_SERVER_ERROR = 500;

    private final SynchronousDispatcher dispatcher;
    private final ClassLoader application;
    private final TaskSettings settings;
    private final CallerResolver callers;
    private final ServerState state;

    RestEasyReplayer(
            SynchronousDispatcher dispatcher,
            ClassLoader application,
            TaskSettings settings,
            CallerResolver callers,
            ServerState state) {
        this.callers = callers;
        this.state = state;
        this.dispatcher = dispatcher;
        this.application = application;
        this.settings = settings;
    }

    @Override
    public StoredResponse replay(DelayedTask task, StoredRequest request) {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(application);
        boolean pushed = ResteasyProviderFactory.getInstance() instanceof ThreadLocalResteasyProviderFactory;
        if (pushed) {
            ThreadLocalResteasyProviderFactory.push(dispatcher.getProviderFactory());
        }
        try {
            return runAsCaller(task, request);
        } finally {
            ResteasyContext.clearContextData();
            if (pushed) {
                ThreadLocalResteasyProviderFactory.pop();
            }
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private StoredResponse runAsCaller(DelayedTask task, StoredRequest request) {
        ReplayAuthorization authorization = callers.authorizationOf(task.caller());
        if (authorization.isLocked()) {
            throw new DeferredException("its client is locked out for a while", LOCKED_RETRY_DELAY);
        }
        return authorization.run(() -> {
            boolean secure = request.origin().startsWith("https:");
            ResteasyContext.pushContext(SecurityContext.class, authorization.context(secure));
            StoredResponse response = dispatch(task, request);
            if (response.status() == INTERNAL_SERVER_ERROR && state.isStopping()) {
                throw new DeferredException(
                        "it may have been interrupted, as the server is stopping", STOPPING_RETRY_DELAY);
            }
            return response;
        });
    }

    private StoredResponse dispatch(DelayedTask task, StoredRequest stored) {
        MockHttpRequest request = new ReplayedRequest(stored);
        request.setAttribute(AsyncHeader.replayProperty(), task.uuid());
        BufferedReplayResponse response = new BufferedReplayResponse(settings.responseSizeMax());
        request.setAsynchronousContext(
                new ReplayExecutionContext(dispatcher, request, response, settings.transactionTimeout()));
        try {
            dispatcher.invoke(request, response);
        } catch (UnhandledException e) {
            LOG.log(Level.ERROR, "a replay failed while its response was written", e);
            return InfrastructureFailure.isCauseOf(e) ? FallbackResponse.unavailable() : FallbackResponse.error();
        }
        if (request.getAttribute(ReplayedTask.deferredProperty()) instanceof Duration delay) {
            throw new DeferredException("its provider was not called, because it is down or busy", delay);
        }
        return response.isTooLarge()
                ? FallbackResponse.tooLarge(settings.responseSizeMax())
                : response.stored(dispatcher.getProviderFactory());
    }
}
