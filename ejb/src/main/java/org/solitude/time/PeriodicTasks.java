package org.solitude.time;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Work that is done again and again in the background, until the application goes. One failure does not end it. */
@ApplicationScoped
public class PeriodicTasks {

    private static final Logger LOG = System.getLogger(PeriodicTasks.class.getName());

    private final Queue<ScheduledFuture<?>> scheduled = new ConcurrentLinkedQueue<>();

    @Resource
    private ManagedScheduledExecutorService scheduler;

    /** Does the work after each such pause, whatever became of it: an error (no memory left) passes as well. */
    public void every(Duration pause, String name, Runnable work) {
        scheduled.add(scheduler.scheduleWithFixedDelay(
                () -> {
                    try {
                        work.run();
                    } catch (RuntimeException | Error e) {
                        LOG.log(Level.WARNING, "the " + name + " failed and is tried again in " + pause, e);
                    }
                },
                pause.toMillis(),
                pause.toMillis(),
                TimeUnit.MILLISECONDS));
    }

    @PreDestroy
    void stop() {
        scheduled.forEach(round -> round.cancel(false));
    }
}
