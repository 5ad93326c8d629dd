package org.solitude.delay;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import org.solitude.audit.Act;
import org.solitude.audit.AuditLog;
import org.solitude.transaction.Transactions;

/**
 * Sees dead tasks to the operator's queue and, when the operator moves one back, into a new life.
 *
 * <p>The message is sent after the death is committed. Where that fails, or the server dies between the two, the sweep
 * finds the unburied. A message left over from an earlier death redrives nothing.
 */
@ApplicationScoped
public class Undertaker {

    private static final Logger LOG = System.getLogger(Undertaker.class.getName());
    private static final int BATCH = 100;

    @Inject
    private TaskRepository tasks;

    @Inject
    private TaskAnnouncer announcer;

    @Inject
    private Transactions transactions;

    @Inject
    private DelaySettings settings;

    @Inject
    private AuditLog audit;

    @Inject
    private Clock clock;

    /** Tells the operator; a broker that is away postpones it. */
    void bury(DelayedTask task) {
        try {
            announcer.died(task);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "dead task " + task.uuid() + " is reported by a later sweep: the broker is away", e);
            return;
        }
        transactions.inNew(() -> tasks.lock(task.id()).ifPresent(row -> row.buried(clock.instant())));
    }

    /** Tells the operator of the dead that nobody reported. */
    void buryTheForgotten() {
        tasks.unburied(clock.instant().minus(settings.sweep()), BATCH).forEach(this::bury);
    }

    /**
     * Gives a dead task a new life, where {@code death} was its last one.
     *
     * @return whether it waits again now
     */
    public boolean redrive(long id, int death) {
        return transactions.inNew(() -> tasks.lock(id)
                .filter(row -> row.state() == TaskState.DEAD && row.deaths() == death)
                .map(row -> {
                    row.redrive(clock.instant());
                    audit.note(Act.of("redrove").with("task", row.uuid()).with("owner", row.owner()));
                    return true;
                })
                .orElse(false));
    }
}
