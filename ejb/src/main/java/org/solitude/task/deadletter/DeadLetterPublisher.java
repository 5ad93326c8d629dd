package org.solitude.task.deadletter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import org.solitude.persistence.jta.Transactions;
import org.solitude.task.DelayedTask;
import org.solitude.task.TaskRepository;
import org.solitude.task.TaskSettings;
import org.solitude.task.dispatch.TaskDispatcher;

/**
 * Publishes dead tasks to the dead letter queue, for operators.
 *
 * <p>The dead letter is sent after the task is committed as dead. If that fails, or the server dies between the two,
 * lost-message recovery publishes it later.
 */
@ApplicationScoped
public class DeadLetterPublisher {

    private static final Logger LOG = System.getLogger(DeadLetterPublisher.class.getName());
    private static final int BATCH = 100;

    @Inject
    private TaskRepository tasks;

    @Inject
    private TaskDispatcher dispatcher;

    @Inject
    private Transactions transactions;

    @Inject
    private TaskSettings settings;

    @Inject
    private Clock clock;

    /** Publishes the dead letter of a task, or leaves it to recovery if the broker is unavailable. */
    public void publish(DelayedTask task) {
        try {
            dispatcher.publishDeadLetter(task);
        } catch (RuntimeException e) {
            LOG.log(
                    Level.WARNING,
                    "the dead letter of task " + task.uuid() + " is published by a later recovery: the broker is away",
                    e);
            return;
        }
        transactions.inNewTransaction(
                () -> tasks.lock(task.id()).ifPresent(row -> row.deadLetterPublished(clock.instant())));
    }

    /** Publishes the dead letters that are older than a recovery interval and still unpublished. */
    public void publishMissing() {
        tasks.deadLettersToPublish(clock.instant().minus(settings.recoveryInterval()), BATCH)
                .forEach(this::publish);
    }
}
