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
import java.util.concurrent.TimeUnit;

/**
 * Runs work periodically in the background, until its {@link PeriodicTask} or the application stops.
 *
 * <p>The interval is the pause from the end of one run to the start of the next. A run that throws an exception or
 * an error (out of memory) is logged and does not prevent the next run.
 */
@ApplicationScoped
public class PeriodicTasks {

    private static final Logger LOG = System.getLogger(PeriodicTasks.class.getName());

    private final Queue<PeriodicTask> tasks = new ConcurrentLinkedQueue<>();

    @Resource
    private ManagedScheduledExecutorService scheduler;

    /** Runs the work after each interval, for the first time after one interval. */
    public PeriodicTask every(Duration interval, String name, Runnable work) {
        return schedule(interval, interval, name, work, false);
    }

    /** Runs the work at once, and then after each interval. */
    public PeriodicTask nowAndEvery(Duration interval, String name, Runnable work) {
        return schedule(Duration.ZERO, interval, name, work, false);
    }

    /** Runs the work after each interval; a run in progress is interrupted when the task or the application stops. */
    public PeriodicTask everyInterruptibly(Duration interval, String name, Runnable work) {
        return schedule(interval, interval, name, work, true);
    }

    private PeriodicTask schedule(
            Duration initialDelay, Duration interval, String name, Runnable work, boolean interruptible) {
        PeriodicTask task = new PeriodicTask(
                scheduler.scheduleWithFixedDelay(
                        () -> runLogged(interval, name, work),
                        initialDelay.toMillis(),
                        interval.toMillis(),
                        TimeUnit.MILLISECONDS),
                interruptible);
        tasks.add(task);
        return task;
    }

    private static void runLogged(Duration interval, String name, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            LOG.log(Level.WARNING, "the " + name + " failed and is tried again in " + interval, e);
        }
    }

    @PreDestroy
    void stop() {
        tasks.forEach(PeriodicTask::stop);
    }
}
