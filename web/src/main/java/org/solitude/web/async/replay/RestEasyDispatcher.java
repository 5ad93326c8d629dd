package org.solitude.web.async.replay;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import org.jboss.resteasy.core.SynchronousDispatcher;
import org.jspecify.annotations.Nullable;

/** The real dispatcher, taken while the application was configured: what is injected later is a request-time proxy. */
@ApplicationScoped
public class RestEasyDispatcher {

    private @Nullable SynchronousDispatcher dispatcher;

    void set(SynchronousDispatcher newDispatcher) {
        this.dispatcher = newDispatcher;
    }

    public SynchronousDispatcher dispatcher() {
        return Objects.requireNonNull(dispatcher, "the application is not configured yet");
    }
}
