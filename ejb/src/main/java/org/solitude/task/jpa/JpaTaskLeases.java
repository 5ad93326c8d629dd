package org.solitude.task.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.solitude.task.DelayedTask;
import org.solitude.task.TaskState;
import org.solitude.task.execution.TaskLeases;

/** Stores leases in the database; each change is one statement. */
@ApplicationScoped
public class JpaTaskLeases implements TaskLeases {

    private static final String DUE =
            TaskState.DUE.stream().map(TaskState::word).collect(Collectors.joining(","));

    @PersistenceContext
    private EntityManager entities;

    @Override
    public boolean claim(DelayedTask task, Instant dueBy, Instant now, Instant until) {
        return entities.createQuery("update DelayedTask t set t.dispatchState.leasedUntil = :until"
                                + " where t.id = :id and t.state in (:due) and t.attempts = :attempts"
                                + " and t.dispatchState.dueAt <= :dueBy"
                                + " and (t.dispatchState.leasedUntil is null or t.dispatchState.leasedUntil <= :now)")
                        .setParameter("until", until)
                        .setParameter("id", task.id())
                        .setParameter("due", TaskState.DUE)
                        .setParameter("attempts", task.attempts())
                        .setParameter("dueBy", dueBy)
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }

    @Override
    public void renew(Collection<Long> tasks, Instant until) {
        entities.createQuery("update DelayedTask t set t.dispatchState.leasedUntil = :until"
                        + " where t.id in (:ids) and t.state in (:due)")
                .setParameter("until", until)
                .setParameter("ids", tasks)
                .setParameter("due", TaskState.DUE)
                .executeUpdate();
    }

    /** Reads the front of the index by dispatch time: an index of leases would slow down each claim. */
    @Override
    @SuppressWarnings("unchecked")
    public List<DelayedTask> lapsed(Instant now, int limit) {
        return entities.createNativeQuery("""
                        select t.*
                          from unnest(string_to_array(:due, ',')) s (state)
                         cross join generate_series(0, 9) p (priority)
                         cross join lateral (select *
                                               from delayed_task d
                                              where d.state = s.state
                                                and d.priority = p.priority
                                                and d.announced_at is not null
                                              order by d.announced_at
                                              limit :limit) t
                         where t.leased_until <= :now
                        """, DelayedTask.class)
                .setParameter("due", DUE)
                .setParameter("limit", limit)
                .setParameter("now", now)
                .getResultList();
    }

    @Override
    public boolean takeOver(DelayedTask task, Instant now) {
        return entities.createQuery("update DelayedTask t set t.dispatchState.leasedUntil = null,"
                                + " t.dispatchState.dispatchedAt = :now"
                                + " where t.id = :id and t.state in (:due) and t.dispatchState.leasedUntil <= :now")
                        .setParameter("now", now)
                        .setParameter("id", task.id())
                        .setParameter("due", TaskState.DUE)
                        .executeUpdate()
                == 1;
    }
}
