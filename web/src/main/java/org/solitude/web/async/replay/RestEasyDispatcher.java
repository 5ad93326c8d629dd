package org.solitude.web.async.replay;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import org.jboss.resteasy.core.SynchronousDispatcher;
import org.jspecify.annotations.Nullable;

/** Holds RESTEasy's dispatcher for replays. What can be injected later is a proxy that works during a request only. */
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
