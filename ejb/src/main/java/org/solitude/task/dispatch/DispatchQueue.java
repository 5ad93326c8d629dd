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
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.solitude.task.DelayedTask;
import org.solitude.task.TaskSettings;
import org.solitude.time.QueueDrainer;

/**
 * Holds dispatch messages in memory until a thread of its own sends them to the broker, in accepted order.
 *
 * <p>No caller waits for the broker, and an unavailable broker changes no response: {@link
 * org.solitude.task.recovery.LostMessageRecovery} dispatches what does not fit or cannot be sent. The durable outbox is
 * the row of the task.
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

    private @Nullable QueueDrainer<DispatchMessage> messages;

    /** Starts to send messages to the broker; messages offered before are dropped. */
    public void open() {
        QueueDrainer<DispatchMessage> opened =
                new QueueDrainer<>(settings.dispatchQueueSize(), BATCH, this::send, DispatchQueue::logFailure);
        messages = opened;
        opened.start(threads, "solitude-dispatch-queue");
    }

    /** Queues the message of a task that is due now or soon; lost-message recovery dispatches one due later. */
    public void dispatch(DelayedTask task) {
        Instant dueAt = task.dispatchState().dueAt();
        if (dueAt != null && task.dispatchState().dispatchedAt() != null) {
            offer(DispatchMessage.of(task, Duration.between(clock.instant(), dueAt)));
        }
    }

    /** Queues a message, or leaves it to lost-message recovery if the queue is full or not open; never waits. */
    public void offer(DispatchMessage message) {
        if (messages == null || !messages.offer(message)) {
            LOG.log(
                    Level.WARNING,
                    "task {0} is dispatched by the next recovery: the dispatch queue is full",
                    message.uuid());
        }
    }

    @PreDestroy
    public void close() {
        if (messages != null) {
            messages.stop();
        }
    }

    private void send(List<DispatchMessage> batch) {
        dispatcher.dispatch(batch);
    }

    private static void logFailure(List<DispatchMessage> batch, Throwable reason) {
        LOG.log(Level.WARNING, batch.size() + " tasks are dispatched by the next recovery: the broker is away", reason);
    }
}
