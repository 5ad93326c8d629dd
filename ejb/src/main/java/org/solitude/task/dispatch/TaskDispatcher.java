package org.solitude.task.dispatch;

import java.util.List;
import java.util.Set;
import org.solitude.task.DelayedTask;

/**
 * Sends messages about tasks to the broker.
 *
 * <p>A message may be lost or delivered twice: the row decides, and {@link
 * org.solitude.task.recovery.LostMessageRecovery} dispatches again what was lost. Each method throws an unchecked
 * exception if the broker is unavailable.
 */
public interface TaskDispatcher {

    /** Sends messages to the executors, which receive higher priorities first. */
    void dispatch(List<DispatchMessage> messages);

    /**
     * Sends a probe to the queue; it is received by {@link
     * org.solitude.task.recovery.LostMessageRecovery#probeReturned}.
     */
    void sendProbe(QueueProbe probe);

    /** Returns whether the probe is still in the queue. */
    boolean isQueued(QueueProbe probe);

    /** Returns those of these tasks whose messages are still in the queue, of whatever priority. */
    Set<Long> queuedAmong(Set<Long> tasks);

    /** Publishes a persistent dead letter. Moving it to the request queue redrives the task. */
    void publishDeadLetter(DelayedTask task);
}
