package org.solitude.task.dispatch;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.solitude.task.DelayedTask;
import org.solitude.task.TaskSettings;

/**
 * Announcements on their way to the broker, in accepted order. Nobody who posts one waits for the broker, and a broker
 * that is away changes no answer: what does not fit or cannot be sent is left to the {@link org.solitude.task.recovery.LostMessageRecovery}. No error ends it, be it that
 * there is no memory left: nothing would be announced any more.
 */
@ApplicationScoped
public class DispatchQueue {

    private static final Logger LOG = System.getLogger(DispatchQueue.class.getName());
    private static final int BATCH = 100;

    @Inject
    private TaskDispatcher dispatcher;

    @Inject
    private TaskSettings settings;

    @Inject
    private Clock clock;

    @Resource
    private ManagedThreadFactory threads;

    private @Nullable BlockingQueue<DispatchMessage> messages;
    private @Nullable Thread sender;

    /** Starts to carry announcements to the broker. */
    public void open() {
        LinkedBlockingQueue<DispatchMessage> queue = new LinkedBlockingQueue<>(settings.dispatchQueueSize());
        Thread thread = threads.newThread(() -> sendUntilInterrupted(queue));
        thread.setName("solitude-outbox");
        messages = queue;
        sender = thread;
        thread.start();
    }

    /** Takes the news along that a task is due, or soon will be; one that is due later is announced by the sweep then. */
    public void dispatch(DelayedTask task) {
        Instant dueAt = task.dispatchState().dueAt();
        if (dueAt != null && task.dispatchState().dispatchedAt() != null) {
            offer(DispatchMessage.of(task, Duration.between(clock.instant(), dueAt)));
        }
    }

    /** Takes an announcement along, or leaves it to the sweep; never waits. */
    public void offer(DispatchMessage announcement) {
        if (messages == null || !messages.offer(announcement)) {
            LOG.log(Level.WARNING, "task {0} is announced by the next sweep: the outbox is full", announcement.uuid());
        }
    }

    private void sendUntilInterrupted(BlockingQueue<DispatchMessage> queue) {
        List<DispatchMessage> batch = new ArrayList<>();
        while (!Thread.currentThread().isInterrupted()) {
            try {
                batch.add(queue.take());
                queue.drainTo(batch, BATCH - 1);
                dispatcher.dispatch(batch);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException | Error e) {
                LOG.log(Level.WARNING, batch.size() + " tasks are announced by the next sweep: the broker is away", e);
            }
            batch.clear();
        }
    }

    @PreDestroy
    public void close() {
        if (sender != null) {
            sender.interrupt();
        }
    }
}
