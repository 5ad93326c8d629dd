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
 * Deletes tasks that ended long ago, in batches small enough that nobody feels them, each a transaction of its own. Nodes
 * that do it at once pass each other's rows over. From then on such a task is as unknown as if it had never been.
 */
@ApplicationScoped
public class TaskRetention {

    private static final Logger LOG = System.getLogger(TaskRetention.class.getName());
    private static final int BATCH = 200;
    private static final int BATCHES_A_ROUND = 500;
    private static final Duration BETWEEN_WHOLE_LOOKS = Duration.ofHours(1);

    private final Map<RetentionRule, Look> looks = new HashMap<>();

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
     * Where to look: behind what a whole look has found to be others' who keep it for longer, so that they are not read
     * at each round.
     */
    private record Look(Instant since, Instant wholeAt) {}

    void start(@Observes ReplayerRegistry.Ready ready) {
        List<RetentionRule> rules = settings.rules();
        periodicTasks.every(settings.interval(), "retention", () -> rules.forEach(this::deleteExpired));
    }

    private void deleteExpired(RetentionRule rule) {
        Instant now = clock.instant();
        Instant before = now.minus(rule.age());
        Look look = looks.getOrDefault(rule, new Look(Instant.EPOCH, now));
        boolean whole = rule.others().isEmpty()
                || look.wholeAt().plus(BETWEEN_WHOLE_LOOKS).isBefore(now);
        Instant since = whole ? Instant.EPOCH : look.since();
        int deleted = 0;
        int batches = 0;
        int last = BATCH;
        while (last == BATCH && batches < BATCHES_A_ROUND) {
            last = transactions.inNewTransaction(() -> tasks.delete(rule, since, before, BATCH));
            deleted += last;
            batches++;
        }
        if (last < BATCH) {
            looks.put(rule, new Look(before.minus(BETWEEN_WHOLE_LOOKS), whole ? now : look.wholeAt()));
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
