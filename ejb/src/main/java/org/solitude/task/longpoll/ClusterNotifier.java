package org.solitude.task.longpoll;

import java.util.List;
import java.util.UUID;

/** The other nodes of this application, where somebody may wait for a task that ends here. */
public interface ClusterNotifier {

    /**
     * These tasks have ended. What is said may be lost.
     *
     * @throws RuntimeException when nobody can be told now
     */
    void tasksEnded(List<UUID> tasks);
}
