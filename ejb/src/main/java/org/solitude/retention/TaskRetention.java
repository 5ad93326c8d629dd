package org.solitude.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.solitude.persistence.jta.Transactions;
import org.solitude.task.execution.ReplayerRegistry;
import org.solitude.time.PeriodicTasks;

/**
 * Deletes tasks periodically whose retention is over.
 *
 * <p>It deletes in batches that are too small to be noticed, each in a transaction of its own. Nodes that do so at the
 * same time skip each other's rows. A deleted task is unknown to clients.
 */
@ApplicationScoped
public class TaskRetention {

    private static final Logger LOG = System.getLogger(TaskRetention.class.getName());
    private static final int BATCH = 200;
    private static final int BATCHES_PER_RUN = 500;
    private static final Duration FULL_SCAN_INTERVAL = Duration.ofHours(1);

    private final Map<RetentionRule, Scan> scans = new HashMap<>();

    @Inject
    private EndedTaskRepository tasks;

    @Inject
    private Transactions transactions;

    @Inject
    private RetentionSettings settings;

    @Inject
    private PeriodicTasks periodicTasks;

    @Inject
    private Clock clock;

    /**
     * Where the next run starts: after the tasks that a full scan has found to have longer rules of their own, so that
     * they are not read in each run.
     */
    private record Scan(Instant since, Instant lastFullScan) {}

    void start(@Observes ReplayerRegistry.Ready ready) {
        List<RetentionRule> rules = settings.rules();
        periodicTasks.every(settings.interval(), "retention", () -> rules.forEach(this::deleteExpired));
    }

    private void deleteExpired(RetentionRule rule) {
        Instant now = clock.instant();
        Instant before = now.minus(rule.age());
        Scan scan = scans.getOrDefault(rule, new Scan(Instant.EPOCH, now));
        boolean full = rule.others().isEmpty()
                || scan.lastFullScan().plus(FULL_SCAN_INTERVAL).isBefore(now);
        Instant since = full ? Instant.EPOCH : scan.since();
        int deleted = 0;
        int batches = 0;
        int last = BATCH;
        while (last == BATCH && batches < BATCHES_PER_RUN) {
            last = transactions.inNewTransaction(() -> tasks.delete(rule, since, before, BATCH));
            deleted += last;
            batches++;
        }
        if (last < BATCH) {
            scans.put(rule, new Scan(before.minus(FULL_SCAN_INTERVAL), full ? now : scan.lastFullScan()));
        }
        if (deleted > 0) {
            LOG.log(
                    Level.INFO,
                    "{0} tasks that were {1} for {2} are deleted",
                    deleted,
                    rule.state().word(),
                    rule.age());
        }
    }
}
