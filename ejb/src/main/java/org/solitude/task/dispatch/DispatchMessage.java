package org.solitude.task.dispatch;

import java.time.Duration;
import java.util.UUID;
import org.solitude.task.DelayedTask;

/**
 * The news that a task is due. Of all this only the id counts; the rest is for the operator who looks at the queue.
 *
 * @param delay how long the message is to be held back; zero for now
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
