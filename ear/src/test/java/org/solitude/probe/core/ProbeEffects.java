package org.solitude.probe.core;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.solitude.task.DelayedTask;
import org.solitude.task.cancellation.NonTransactionalEffects;

/** Records which paths made an external call. */
@ApplicationScoped
public class ProbeEffects implements NonTransactionalEffects {
    private static final Set<String> PATHS = ConcurrentHashMap.newKeySet();

    /** Records that the resource at this path makes an external call. */
    public static void recordCall(String path) {
        PATHS.add(path);
    }

    @Override
    public boolean haveStartedFor(DelayedTask task) {
        return PATHS.contains(task.path());
    }
}
