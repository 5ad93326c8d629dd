package org.solitude.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import org.hibernate.LockOptions;
import org.hibernate.jpa.SpecHints;
import org.solitude.task.DelayedTask;

/** Deletes ended tasks from the database. Locks only these, and skips those that are locked. */
@ApplicationScoped
class EndedTaskRepository {

    @PersistenceContext
    private EntityManager entities;

    /**
     * Deletes tasks with their requests, responses and attempts, in the current transaction.
     *
     * @param since the end time to start the search from
     * @param before the time before which they must have ended
     * @return how many were deleted
     */
    int delete(RetentionRule rule, Instant since, Instant before, int limit) {
        List<DelayedTask> ended = query(rule)
                .setParameter("state", rule.state())
                .setParameter("since", since)
                .setParameter("before", before)
                .setMaxResults(limit)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setHint(SpecHints.HINT_SPEC_LOCK_TIMEOUT, LockOptions.SKIP_LOCKED)
                .getResultList();
        if (!ended.isEmpty()) {
            entities.createQuery("delete from DelayedTask t where t.id in (:ids) and t.state = :state")
                    .setParameter("ids", ended.stream().map(DelayedTask::id).toList())
                    .setParameter("state", rule.state())
                    .executeUpdate();
        }
        return ended.size();
    }

    private TypedQuery<DelayedTask> query(RetentionRule rule) {
        String select = "select t from DelayedTask t where t.state = :state"
                + " and t.finished >= :since and t.finished < :before";
        String order = " order by t.finished";
        if (rule.owner() != null) {
            return entities.createQuery(select + " and t.owner = :owner" + order, DelayedTask.class)
                    .setParameter("owner", rule.owner());
        }
        if (!rule.others().isEmpty()) {
            return entities.createQuery(
                            select + " and (t.owner is null or t.owner not in (:others))" + order, DelayedTask.class)
                    .setParameter("others", rule.others());
        }
        return entities.createQuery(select + order, DelayedTask.class);
    }
}
