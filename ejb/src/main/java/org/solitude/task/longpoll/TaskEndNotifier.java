package org.solitude.task.longpoll;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.solitude.task.TaskEnded;
import org.solitude.task.execution.ReplayerRegistry;

/**
 * Tells of each end once it is certain: who waits here at once, the other nodes from a thread of its own. To end a task
 * never takes longer because the broker does; what cannot be told there the {@link TaskEndPoller} sees.
 */
@ApplicationScoped
public class TaskEndNotifier {

    private static final Logger LOG = System.getLogger(TaskEndNotifier.class.getName());
    private static final int MOST_UNTOLD = 10_000;
    private static final int BATCH = 500;

    private final BlockingQueue<UUID> queue = new LinkedBlockingQueue<>(MOST_UNTOLD);

    @Inject
    private LongPollRegistry longPolls;

    @Inject
    private ClusterNotifier cluster;

    @Resource
    private ManagedThreadFactory threads;

    private @Nullable Thread sender;

    void ended(@Observes(during = TransactionPhase.AFTER_SUCCESS) TaskEnded end) {
        UUID task = end.task().uuid();
        longPolls.wake(task);
        if (!queue.offer(task)) {
            LOG.log(Level.DEBUG, "other nodes see the end of task {0} for themselves", task);
        }
    }

    void start(@Observes ReplayerRegistry.Ready ready) {
        Thread thread = threads.newThread(this::sendUntilInterrupted);
        thread.setName("solitude-herald");
        sender = thread;
        thread.start();
    }

    void stop(@Observes ReplayerRegistry.Gone gone) {
        if (sender != null) {
            sender.interrupt();
        }
    }

    private void sendUntilInterrupted() {
        List<UUID> batch = new ArrayList<>();
        while (!Thread.currentThread().isInterrupted()) {
            try {
                batch.add(queue.take());
                queue.drainTo(batch, BATCH - 1);
                cluster.tasksEnded(batch);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException | Error e) {
                LOG.log(Level.DEBUG, "other nodes see these ends for themselves: the broker is away", e);
            }
            batch.clear();
        }
    }
}
