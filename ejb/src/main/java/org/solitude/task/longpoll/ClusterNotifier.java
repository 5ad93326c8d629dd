package org.solitude.task.longpoll;

import java.util.List;
import java.util.UUID;

/** Notifies the other nodes, on which clients may wait for tasks that end here. */
public interface ClusterNotifier {

    /**
     * Notifies the other nodes that these tasks have ended. The notification may be lost.
     *
     * @throws RuntimeException if the broker is unavailable
     */
    void tasksEnded(List<UUID> tasks);
}
