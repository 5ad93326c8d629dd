package org.solitude.task.jpa;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.solitude.persistence.paging.CreationRange;
import org.solitude.persistence.paging.KeyRange;
import org.solitude.task.DeadTaskFilter;
import org.solitude.task.TaskFilter;
import org.solitude.task.TaskState;

/** Translates a filter to a JPQL where clause. */
record TaskFilterClause(String where, Map<String, Object> parameters) {

    /** The characters that the index {@code delayed_task_path} has: a path may be longer than an index can hold. */
    private static final int INDEXED_LENGTH = 255;

    private static final String LEASED = "t.state in (:due) and t.dispatchState.leasedUntil > :now";
    private static final String NOT_LEASED =
            "(t.dispatchState.leasedUntil is null or t.dispatchState.leasedUntil <= :now)";

    /**
     * Makes the clause of a page.
     *
     * @param keys the ids that the range of creation times and the page before it leave
     */
    static TaskFilterClause of(TaskFilter filter, CreationRange created, KeyRange keys) {
        List<String> conditions = new ArrayList<>();
        Map<String, Object> parameters = new HashMap<>();
        if (filter.owner() != null) {
            conditions.add("t.owner = :owner");
            parameters.put("owner", filter.owner());
        }
        if (filter.uuid() != null) {
            conditions.add("t.uuid = :uuid");
            parameters.put("uuid", filter.uuid());
        }
        conditions.add("t.id >= :least and t.id < :beyond");
        parameters.put("least", keys.least());
        parameters.put("beyond", keys.beyond());
        if (created.from() != null) {
            conditions.add("t.created >= :from");
            parameters.put("from", created.from());
        }
        if (created.before() != null) {
            conditions.add("t.created < :before");
            parameters.put("before", created.before());
        }
        if (filter.path() != null) {
            conditions.add("left(t.path, " + INDEXED_LENGTH + ") = :indexed and t.path = :path");
            parameters.put(
                    "indexed", filter.path().substring(0, Math.min(filter.path().length(), INDEXED_LENGTH)));
            parameters.put("path", filter.path());
        }
        if (filter.run() != null) {
            conditions.add("t.state in (:run)");
            boolean run = filter.run();
            parameters.put(
                    "run",
                    Arrays.stream(TaskState.values())
                            .filter(state -> state.hasRun() == run)
                            .toList());
        }
        if (filter.state() == TaskState.RUNNING) {
            conditions.add(LEASED);
            parameters.put("due", TaskState.DUE);
            parameters.put("now", filter.now());
        } else if (filter.state() != null) {
            conditions.add("t.state = :state");
            parameters.put("state", filter.state());
            if (TaskState.DUE.contains(filter.state())) {
                conditions.add(NOT_LEASED);
                parameters.put("now", filter.now());
            }
        }
        return all(conditions, parameters);
    }

    static TaskFilterClause of(DeadTaskFilter filter) {
        List<String> conditions = new ArrayList<>(List.of("t.state = :dead"));
        Map<String, Object> parameters = new HashMap<>(Map.of("dead", TaskState.DEAD));
        if (filter.owner() != null) {
            conditions.add("t.owner = :owner");
            parameters.put("owner", filter.owner());
        }
        if (filter.pathPrefix() != null) {
            conditions.add("locate(:prefix, t.path) = 1");
            parameters.put("prefix", filter.pathPrefix());
        }
        if (filter.diedFrom() != null) {
            conditions.add("t.finished >= :from");
            parameters.put("from", filter.diedFrom());
        }
        if (filter.diedBefore() != null) {
            conditions.add("t.finished < :before");
            parameters.put("before", filter.diedBefore());
        }
        return all(conditions, parameters);
    }

    private static TaskFilterClause all(List<String> conditions, Map<String, Object> parameters) {
        String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        return new TaskFilterClause(where, parameters);
    }
}
