package org.solitude.task.jpa;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import org.hibernate.dialect.H2Dialect;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.solitude.task.DelayedTask;
import org.solitude.task.TaskState;
import org.solitude.task.execution.TaskLeases;

/** Stores leases in the database; each change is one statement. */
@ApplicationScoped
public class JpaTaskLeases implements TaskLeases {

    @PersistenceContext
    private EntityManager entities;

    private boolean shared;

    @PostConstruct
    void readDialect() {
        shared = !(entities.getEntityManagerFactory()
                        .unwrap(SessionFactoryImplementor.class)
                        .getJdbcServices()
                        .getDialect()
                instanceof H2Dialect);
    }

    @Override
    public boolean areShared() {
        return shared;
    }

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
}
