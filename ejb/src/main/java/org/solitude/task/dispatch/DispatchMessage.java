package org.solitude.task.dispatch;

import java.time.Duration;
import java.util.UUID;
import org.solitude.task.DelayedTask;

/**
 * Tells an executor that a task is due. Only the id is needed; the rest is shown to operators who browse the queue.
 *
 * @param delay how long the broker holds the message back; zero for not at all
 */
public record DispatchMessage(long id, UUID uuid, String method, String path, int priority, Duration delay) {

    public static DispatchMessage of(DelayedTask task) {
        return of(task, Duration.ZERO);
    }

    public static DispatchMessage of(DelayedTask task, Duration delay) {
        int priority = task.options().priority();
        return new DispatchMessage(task.id(), task.uuid(), task.method(), task.path(), priority, delay);
    }
}
