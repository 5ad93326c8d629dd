package org.solitude.task.dispatch;

import java.util.List;
import java.util.Set;
import org.solitude.task.DelayedTask;

/**
 * Wakes replays. What it says may be lost or said twice: the row is the truth, and {@link org.solitude.task.recovery.LostMessageRecovery} finds what was lost.
 *
 * <p>Each method throws an unchecked exception when the broker cannot be reached.
 */
public interface TaskDispatcher {

    /** These tasks are due (or will be, after their delay): somebody replay them, the higher priority first. */
    void dispatch(List<DispatchMessage> messages);

    /** Sends a marker down the line of one priority; it comes back through {@link org.solitude.task.recovery.LostMessageRecovery#probeReturned}. */
    void sendProbe(QueueProbe probe);

    /** Whether this marker has yet to come out of the line. */
    boolean isQueued(QueueProbe probe);

    /** Those of these tasks whose messages have yet to come out of the line, of whatever priority they are by now. */
    Set<Long> queuedAmong(Set<Long> tasks);

    /** This task died: leave a lasting message for the operator. Moved back to the line, it is a redrive. */
    void publishDeadLetter(DelayedTask task);
}
