package org.solitude.probe.core;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.solitude.task.DelayedTask;
import org.solitude.task.cancellation.NonTransactionalEffects;

/** Remembers which paths called out. */
@ApplicationScoped
public class ProbeEffects implements NonTransactionalEffects {
    private static final Set<String> PATHS = ConcurrentHashMap.newKeySet();

    /** What is at this path calls out now. */
    public static void recordCall(String path) {
        PATHS.add(path);
    }

    @Override
    public boolean haveStartedFor(DelayedTask task) {
        return PATHS.contains(task.path());
    }
}
