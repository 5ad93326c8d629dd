package org.solitude.task.longpoll;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.UUID;
import org.solitude.task.TaskEnded;
import org.solitude.task.execution.ReplayerRegistry;
import org.solitude.time.QueueDrainer;

/**
 * Notifies of the end of a task after commit: wakes the long polls of this node at once, and notifies the other nodes
 * from a thread of its own.
 *
 * <p>A slow broker never delays the end of a task. Other nodes find an end that cannot be notified by their {@link
 * TaskEndPoller}.
 */
@ApplicationScoped
public class TaskEndNotifier {

    private static final Logger LOG = System.getLogger(TaskEndNotifier.class.getName());
    private static final int CAPACITY = 10_000;
    private static final int BATCH = 500;

    private final QueueDrainer<UUID> queue = new QueueDrainer<>(
            CAPACITY,
            BATCH,
            this::notifyCluster,
            (batch, e) -> LOG.log(
                    Level.DEBUG, "other nodes poll for the end of " + batch.size() + " tasks: the broker is away", e));

    @Inject
    private LongPollRegistry longPolls;

    @Inject
    private ClusterNotifier cluster;

    @Resource
    private ManagedThreadFactory threads;

    void ended(@Observes(during = TransactionPhase.AFTER_SUCCESS) TaskEnded end) {
        UUID task = end.task().uuid();
        longPolls.wake(task);
        if (!queue.offer(task)) {
            LOG.log(Level.DEBUG, "other nodes poll for the end of task {0}: the queue is full", task);
        }
    }

    void start(@Observes ReplayerRegistry.Ready ready) {
        queue.start(threads, "solitude-task-end-notifier");
    }

    void stop(@Observes ReplayerRegistry.Gone gone) {
        queue.stop();
    }

    private void notifyCluster(List<UUID> ended) {
        cluster.tasksEnded(ended);
    }
}
