package org.solitude.web.delay;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import java.io.Serial;
import org.jspecify.annotations.Nullable;
import org.solitude.delay.DelaySettings;
import org.solitude.delay.Replayers;
import org.solitude.web.operations.RunningState;
import org.solitude.web.security.Callers;

/**
 * Opens the way for replays when, and only when, the whole resource layer is up: web.xml loads it after RESTEasy's
 * servlet. It serves no URL.
 */
public class ReplayGate extends HttpServlet {

    @Serial
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Replayers replayers;

    @Inject
    private transient ResourceLayer resources;

    @Inject
    private transient Callers callers;

    @Inject
    private transient DelaySettings settings;

    @Inject
    private transient RunningState state;

    private transient @Nullable RestEasyReplayer replayer;

    @Override
    public void init() {
        RestEasyReplayer ours = new RestEasyReplayer(
                resources.dispatcher(), Thread.currentThread().getContextClassLoader(), settings, callers, state);
        replayer = ours;
        replayers.arrived(ours);
    }

    @Override
    public void destroy() {
        if (replayer != null) {
            replayers.left(replayer);
        }
    }
}
