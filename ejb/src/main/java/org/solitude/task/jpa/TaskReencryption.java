package org.solitude.task.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.solitude.crypto.ReencryptableTable;
import org.solitude.task.DelayedTask;

/** Re-encrypts the requests and responses of tasks. */
@ApplicationScoped
class TaskReencryption implements ReencryptableTable {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private TaskEncryption encryption;

    @Override
    public String name() {
        return "delayed requests and responses";
    }

    @Override
    public Page reencryptAfter(long after, int limit) {
        List<DelayedTask> tasks = entities.createQuery(
                        "select t from DelayedTask t where t.id > :after order by t.id", DelayedTask.class)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList();
        int reencrypted = 0;
        for (DelayedTask task : tasks) {
            reencrypted += reencrypt(task) ? 1 : 0;
        }
        entities.flush();
        entities.clear();
        return new Page(tasks.isEmpty() ? after : tasks.get(tasks.size() - 1).id(), tasks.size(), reencrypted);
    }

    private boolean reencrypt(DelayedTask task) {
        RequestRow request = entities.find(RequestRow.class, task.id(), LockModeType.PESSIMISTIC_WRITE);
        ResponseRow response = entities.find(ResponseRow.class, task.id(), LockModeType.PESSIMISTIC_WRITE);
        boolean outdated = false;
        if (request != null && encryption.isOutdated(request)) {
            entities.merge(encryption.encrypt(task, encryption.decrypt(task, request)));
            outdated = true;
        }
        if (response != null && encryption.isOutdated(response)) {
            entities.merge(encryption.encrypt(task, encryption.decrypt(task, response)));
            outdated = true;
        }
        return outdated;
    }
}
