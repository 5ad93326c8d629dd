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
 * Sees dead tasks to the operator's queue.
 *
 * <p>The message is sent after the death is committed. Where that fails, or the server dies between the two, the sweep
 * finds the unburied.
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

    /** Tells the operator; a broker that is away postpones it. */
    public void publish(DelayedTask task) {
        try {
            dispatcher.publishDeadLetter(task);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "dead task " + task.uuid() + " is reported by a later sweep: the broker is away", e);
            return;
        }
        transactions.inNewTransaction(
                () -> tasks.lock(task.id()).ifPresent(row -> row.deadLetterPublished(clock.instant())));
    }

    /** Tells the operator of the dead that nobody reported. */
    public void publishMissing() {
        tasks.deadLettersToPublish(clock.instant().minus(settings.recoveryInterval()), BATCH)
                .forEach(this::publish);
    }
}
