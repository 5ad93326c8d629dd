package org.solitude.web.async.replay;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jboss.resteasy.core.SynchronousDispatcher;
import org.jboss.resteasy.core.SynchronousExecutionContext;
import org.jboss.resteasy.spi.HttpRequest;
import org.jboss.resteasy.spi.HttpResponse;
import org.jboss.resteasy.spi.ResteasyAsynchronousResponse;

/**
 * Lets a replay wait for a resource that answers from another thread, for a limited time; RESTEasy would wait without a
 * limit. After that the response is 503, which is retried.
 */
final class ReplayExecutionContext extends SynchronousExecutionContext {

    private final Duration limit;

    ReplayExecutionContext(
            SynchronousDispatcher dispatcher, HttpRequest request, HttpResponse response, Duration limit) {
        super(dispatcher, request, response);
        this.limit = limit;
    }

    @Override
    public ResteasyAsynchronousResponse suspend(long time, TimeUnit unit) {
        return time > 0 ? super.suspend(time, unit) : super.suspend(limit.toMillis(), TimeUnit.MILLISECONDS);
    }
}
