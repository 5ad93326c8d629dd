package org.solitude.idempotency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import org.solitude.persistence.jta.Transactions;
import org.solitude.task.execution.ReplayerRegistry;
import org.solitude.time.PeriodicTasks;

/**
 * Deletes expired idempotency records periodically, in small batches, each in a transaction of its own.
 *
 * <p>A record is retained while its task has not ended.
 */
@ApplicationScoped
class IdempotencyRetention {

    private static final Logger LOG = System.getLogger(IdempotencyRetention.class.getName());
    private static final int BATCH = 200;
    private static final int BATCHES_PER_RUN = 500;

    @Inject
    private ExpiredIdempotencyRecords keys;

    @Inject
    private Transactions transactions;

    @Inject
    private IdempotencySettings settings;

    @Inject
    private PeriodicTasks periodicTasks;

    @Inject
    private Clock clock;

    void start(@Observes ReplayerRegistry.Ready ready) {
        Duration retention = settings.retention();
        periodicTasks.every(settings.interval(), "retention of idempotency records", () -> deleteExpired(retention));
    }

    private void deleteExpired(Duration retention) {
        int seen = 0;
        int batches = 0;
        int last = BATCH;
        while (last == BATCH && batches < BATCHES_PER_RUN) {
            last = transactions.inNewTransaction(() -> keys.delete(clock.instant(), retention, BATCH));
            seen += last;
            batches++;
        }
        if (seen > 0) {
            LOG.log(Level.DEBUG, "{0} idempotency records had expired", seen);
        }
    }
}
