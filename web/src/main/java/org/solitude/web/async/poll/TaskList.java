package org.solitude.web.async.poll;

import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.solitude.task.DelayedTask;
import org.solitude.task.TaskLookup;

/** A page of tasks. */
@JsonbNillable
public record TaskList(Meta meta, List<TaskDocument> objects) {

    /**
     * Where the page stands in the list.
     *
     * @param next the path of the page after this one, null on the last
     * @param previous the path of the page before this one, null on the first and on pages reached by a cursor
     * @param totalCount exact up to {@link TaskLookup#EXACT}; then that number, and not exact
     */
    @JsonbNillable
    public record Meta(
            int limit,
            @Nullable String next,
            int offset,
            @Nullable String previous,
            @JsonbProperty("total_count") int totalCount,
            @JsonbProperty("total_count_exact") boolean totalCountExact) {}

    static TaskList of(TaskListQuery query, TaskLookup.Page page, Instant now) {
        List<DelayedTask> tasks = page.tasks();
        @Nullable
        String next = page.more() ? query.next(tasks.get(tasks.size() - 1).id()) : null;
        return new TaskList(
                new Meta(query.limit(), next, query.offset(), query.previous(), page.total(), page.exact()),
                tasks.stream().map(task -> TaskDocument.of(task, now)).toList());
    }
}
