package org.solitude.idempotency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.LockOptions;
import org.hibernate.jpa.SpecHints;
import org.jspecify.annotations.Nullable;
import org.solitude.task.TaskState;

/** Deletes expired idempotency records. Records that another node has locked are skipped. */
@ApplicationScoped
class ExpiredIdempotencyRecords {

    @PersistenceContext
    private EntityManager entities;

    /**
     * Deletes expired records in the current transaction, but extends those of calls in progress and of tasks that have
     * not ended.
     *
     * @param extension how much longer the latter are retained
     * @return how many records were expired
     */
    int delete(Instant now, Duration extension, int limit) {
        List<IdempotencyRecord> expired = entities.createQuery(
                        "select k from IdempotencyRecord k where k.retainUntil < :now order by k.retainUntil",
                        IdempotencyRecord.class)
                .setParameter("now", now)
                .setMaxResults(limit)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setHint(SpecHints.HINT_SPEC_LOCK_TIMEOUT, LockOptions.SKIP_LOCKED)
                .getResultList();
        Set<UUID> waiting = waiting(expired);
        for (IdempotencyRecord row : expired) {
            @Nullable UUID task = row.task();
            if (row.isClaimedAt(now) || (task != null && waiting.contains(task))) {
                row.retainUntil(now.plus(extension));
            } else {
                entities.remove(row);
            }
        }
        return expired.size();
    }

    private Set<UUID> waiting(List<IdempotencyRecord> rows) {
        List<UUID> tasks =
                rows.stream().flatMap(row -> Stream.ofNullable(row.task())).toList();
        return tasks.isEmpty()
                ? Set.of()
                : Set.copyOf(entities.createQuery(
                                "select t.uuid from DelayedTask t where t.uuid in (:tasks) and t.state in (:due)",
                                UUID.class)
                        .setParameter("tasks", tasks)
                        .setParameter("due", TaskState.DUE)
                        .getResultList());
    }
}
