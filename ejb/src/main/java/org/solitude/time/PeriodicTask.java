package org.solitude.time;

import java.util.concurrent.Future;

/** A periodic task of {@link PeriodicTasks}, which can be stopped. */
public final class PeriodicTask {

    private final Future<?> future;
    private final boolean interruptible;

    PeriodicTask(Future<?> future, boolean interruptible) {
        this.future = future;
        this.interruptible = interruptible;
    }

    /**
     * Prevents further runs, and interrupts a run in progress if the task is interruptible. Further calls do nothing.
     */
    public void stop() {
        future.cancel(interruptible);
    }
}
