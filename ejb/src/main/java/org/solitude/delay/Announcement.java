package org.solitude.delay;

import java.time.Duration;
import java.util.UUID;

/**
 * The news that a task is due. Of all this only the id counts; the rest is for the operator who looks at the queue.
 *
 * @param delay how long the message is to be held back; zero for now
 */
public record Announcement(long id, UUID uuid, String method, String path, int priority, Duration delay) {

    static Announcement of(DelayedTask task) {
        return of(task, Duration.ZERO);
    }

    static Announcement of(DelayedTask task, Duration delay) {
        int priority = task.wishes().priority();
        return new Announcement(task.id(), task.uuid(), task.method(), task.path(), priority, delay);
    }
}
