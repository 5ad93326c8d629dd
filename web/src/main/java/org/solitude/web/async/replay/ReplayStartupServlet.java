package org.solitude.web.async.replay;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import java.io.Serial;
import org.jspecify.annotations.Nullable;
import org.solitude.task.TaskSettings;
import org.solitude.task.execution.ReplayerRegistry;
import org.solitude.web.api.operations.ServerState;
import org.solitude.web.http.security.CallerResolver;

/**
 * Registers the replayer when all resources are deployed: web.xml loads this servlet after RESTEasy's. It serves no
 * URL.
 */
public class ReplayStartupServlet extends HttpServlet {

    @Serial
    private static final long serialVersionUID = 1L;

    @Inject
    private transient ReplayerRegistry replayers;

    @Inject
    private transient RestEasyDispatcher restEasy;

    @Inject
    private transient CallerResolver callers;

    @Inject
    private transient TaskSettings settings;

    @Inject
    private transient ServerState state;

    private transient @Nullable RestEasyReplayer replayer;

    @Override
    public void init() {
        RestEasyReplayer started = new RestEasyReplayer(
                restEasy.dispatcher(), Thread.currentThread().getContextClassLoader(), settings, callers, state);
        replayer = started;
        replayers.register(started);
    }

    @Override
    public void destroy() {
        if (replayer != null) {
            replayers.unregister(replayer);
        }
    }
}
