package org.solitude.task.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.solitude.persistence.paging.CreationRange;
import org.solitude.persistence.paging.KeyRange;
import org.solitude.persistence.paging.Page;
import org.solitude.persistence.paging.PageRequest;
import org.solitude.task.Attempt;
import org.solitude.task.DeadTaskFilter;
import org.solitude.task.DelayedTask;
import org.solitude.task.StoredRequest;
import org.solitude.task.StoredResponse;
import org.solitude.task.TaskFilter;
import org.solitude.task.TaskRepository;
import org.solitude.task.TaskState;

/** Tasks in the database. Each query has its index; see the migration. */
@ApplicationScoped
public class JpaTaskRepository implements TaskRepository {

    private static final int LOWEST_PRIORITY = 0;
    private static final int HIGHEST_PRIORITY = 9;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private TaskEncryption encryption;

    @Override
    public void add(DelayedTask task, StoredRequest request) {
        entities.persist(task);
        entities.persist(encryption.encrypt(task, request));
    }

    @Override
    public Optional<DelayedTask> find(long id) {
        return findOne(entities.createQuery("select t from DelayedTask t where t.id = :id", DelayedTask.class)
                .setParameter("id", id));
    }

    @Override
    public Optional<DelayedTask> find(UUID uuid) {
        return findOne(entities.createQuery("select t from DelayedTask t where t.uuid = :uuid", DelayedTask.class)
                .setParameter("uuid", uuid));
    }

    @Override
    public Optional<DelayedTask> lock(long id) {
        return Optional.ofNullable(entities.find(DelayedTask.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    @Override
    public Optional<StoredRequest> requestOf(DelayedTask task) {
        return Optional.ofNullable(entities.find(RequestRow.class, task.id()))
                .map(row -> encryption.decrypt(task, row));
    }

    @Override
    public void deleteRequest(DelayedTask task) {
        entities.createQuery("delete from RequestRow r where r.taskId = :id")
                .setParameter("id", task.id())
                .executeUpdate();
    }

    @Override
    public Optional<StoredResponse> responseOf(DelayedTask task) {
        return Optional.ofNullable(entities.find(ResponseRow.class, task.id()))
                .map(row -> encryption.decrypt(task, row));
    }

    @Override
    public void saveResponse(DelayedTask task, StoredResponse response) {
        ResponseRow row = encryption.encrypt(task, response);
        if (task.deaths() == 0) {
            entities.persist(row);
        } else {
            entities.merge(row);
        }
        entities.flush();
    }

    @Override
    public void saveAttempt(DelayedTask task, Attempt attempt) {
        entities.persist(new AttemptRow(task.id(), attempt));
        entities.flush();
    }

    @Override
    public List<Attempt> attemptsOf(DelayedTask task) {
        return entities.createQuery(
                        "select a from AttemptRow a where a.key.taskId = :id order by a.key.redrives, a.key.number",
                        AttemptRow.class)
                .setParameter("id", task.id())
                .getResultStream()
                .map(AttemptRow::attempt)
                .toList();
    }

    @Override
    public List<DelayedTask> expired(Instant now, int limit) {
        return entities.createQuery(
                        "select t from DelayedTask t where t.state in (:due) and t.attempts = 0"
                                + " and t.options.expiresAt <= :now"
                                + " and (t.dispatchState.leasedUntil is null or t.dispatchState.leasedUntil < :now)"
                                + " order by t.options.expiresAt",
                        DelayedTask.class)
                .setParameter("due", TaskState.DUE)
                .setParameter("now", now)
                .setMaxResults(limit)
                .getResultList();
    }

    @Override
    public Page<DelayedTask> page(TaskFilter filter, PageRequest request) {
        CreationRange created = request.created();
        KeyRange keys = KeyRange.of(entities, DelayedTask.class, created);
        long beyond = request.before() == null ? keys.beyond() : Math.min(keys.beyond(), request.before());
        List<DelayedTask> oneMore = list(
                TaskFilterClause.of(filter, created, new KeyRange(keys.least(), beyond)),
                request.limit() + 1,
                request.offset());
        return Page.of(
                oneMore, request.limit(), count(TaskFilterClause.of(filter, created, keys), PageRequest.EXACT + 1));
    }

    private List<DelayedTask> list(TaskFilterClause conditions, int limit, int offset) {
        TypedQuery<DelayedTask> query = entities.createQuery(
                "select t from DelayedTask t" + conditions.where() + " order by t.id desc", DelayedTask.class);
        conditions.parameters().forEach(query::setParameter);
        return query.setMaxResults(limit).setFirstResult(offset).getResultList();
    }

    private int count(TaskFilterClause conditions, int limit) {
        TypedQuery<Long> query = entities.createQuery(
                "select count(counted.id) from (select t.id as id from DelayedTask t" + conditions.where()
                        + " order by t.id desc limit " + limit + ") counted",
                Long.class);
        conditions.parameters().forEach(query::setParameter);
        return query.getSingleResult().intValue();
    }

    @Override
    public int countDue(@Nullable String owner, int limit) {
        TypedQuery<Long> query = entities.createQuery(
                        "select count(counted.id) from (select t.id as id from DelayedTask t where t.state in (:due)"
                                + (owner == null ? "" : " and t.owner = :owner") + " order by t.id limit " + limit
                                + ") counted",
                        Long.class)
                .setParameter("due", TaskState.DUE);
        if (owner != null) {
            query.setParameter("owner", owner);
        }
        return query.getSingleResult().intValue();
    }

    @Override
    public List<DelayedTask> due(long after, Instant now, int limit) {
        return firstDue(
                "t.id > :after and t.dispatchState.dueAt <= :now"
                        + " and (t.dispatchState.dispatchedAt is null or t.dispatchState.dispatchedAt <= :now)"
                        + " order by t.state, t.id",
                Map.of("after", after, "now", now),
                Comparator.comparing(DelayedTask::id),
                limit);
    }

    @Override
    public List<DelayedTask> dueUndispatched(Instant now, int limit) {
        return firstDue(
                "t.dispatchState.dispatchedAt is null and t.dispatchState.dueAt <= :now"
                        + " order by t.state, t.dispatchState.dispatchedAt, t.dispatchState.dueAt",
                Map.of("now", now),
                Comparator.comparing((DelayedTask task) ->
                                Objects.requireNonNull(task.dispatchState().dueAt()))
                        .thenComparing(DelayedTask::id),
                limit);
    }

    @Override
    public List<Integer> prioritiesDispatchedBefore(Instant before, Instant now) {
        List<Integer> priorities = new ArrayList<>();
        for (int priority = HIGHEST_PRIORITY; priority >= LOWEST_PRIORITY; priority--) {
            if (!dispatchedBefore(priority, before, now, 1).isEmpty()) {
                priorities.add(priority);
            }
        }
        return priorities;
    }

    @Override
    public List<DelayedTask> dispatchedBefore(int priority, Instant before, Instant now, int limit) {
        return firstDue(
                "t.options.priority = :priority and t.dispatchState.dispatchedAt < :before"
                        + " and t.dispatchState.dueAt < :before"
                        + " and (t.dispatchState.leasedUntil is null or t.dispatchState.leasedUntil < :now)"
                        + " order by t.state, t.options.priority, t.dispatchState.dispatchedAt",
                Map.of("priority", priority, "before", before, "now", now),
                Comparator.comparing((DelayedTask task) ->
                                Objects.requireNonNull(task.dispatchState().dispatchedAt()))
                        .thenComparing(DelayedTask::id),
                limit);
    }

    /**
     * Returns the first due tasks. Queries one state after the other, sorted as the index is, so that each query stops
     * at its limit: one query for both would read and sort all their rows.
     */
    private List<DelayedTask> firstDue(
            String conditions, Map<String, Object> parameters, Comparator<DelayedTask> order, int limit) {
        return TaskState.DUE.stream()
                .flatMap(state -> {
                    TypedQuery<DelayedTask> query = entities.createQuery(
                                    "select t from DelayedTask t where t.state = :state and " + conditions,
                                    DelayedTask.class)
                            .setParameter("state", state)
                            .setMaxResults(limit);
                    parameters.forEach(query::setParameter);
                    return query.getResultList().stream();
                })
                .sorted(order)
                .limit(limit)
                .toList();
    }

    @Override
    public void markDispatched(Collection<Long> ids, Instant now) {
        entities.createQuery("update DelayedTask t set t.dispatchState.dispatchedAt = :now"
                        + " where t.id in (:ids) and t.state in (:due)")
                .setParameter("now", now)
                .setParameter("ids", ids)
                .setParameter("due", TaskState.DUE)
                .executeUpdate();
    }

    @Override
    public List<DelayedTask> dead(DeadTaskFilter filter, int limit) {
        TaskFilterClause conditions = TaskFilterClause.of(filter);
        TypedQuery<DelayedTask> query = entities.createQuery(
                "select t from DelayedTask t" + conditions.where() + " order by t.id", DelayedTask.class);
        conditions.parameters().forEach(query::setParameter);
        List<DelayedTask> dead = query.setMaxResults(limit).getResultList();
        dead.forEach(entities::detach);
        return dead;
    }

    @Override
    public List<DelayedTask> deadLettersToPublish(Instant before, int limit) {
        return entities.createQuery(
                        "select t from DelayedTask t where t.state = :dead and t.deadLetterPublishedAt is null"
                                + " and t.finished < :before order by t.id",
                        DelayedTask.class)
                .setParameter("dead", TaskState.DEAD)
                .setParameter("before", before)
                .setMaxResults(limit)
                .getResultList();
    }

    @Override
    public List<UUID> endedAmong(Collection<UUID> uuids) {
        return entities.createQuery(
                        "select t.uuid from DelayedTask t where t.uuid in (:uuids) and t.state not in (:due)",
                        UUID.class)
                .setParameter("uuids", uuids)
                .setParameter("due", TaskState.DUE)
                .getResultList();
    }

    /** Detaches the task also within a transaction, so that a lock taken later in it reads the row again. */
    private Optional<DelayedTask> findOne(TypedQuery<DelayedTask> query) {
        Optional<DelayedTask> task = query.setMaxResults(1).getResultStream().findFirst();
        task.ifPresent(entities::detach);
        return task;
    }
}
