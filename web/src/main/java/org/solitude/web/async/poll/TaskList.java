package org.solitude.web.async.poll;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.solitude.web.http.listing.ListDocument;

/**
 * A page of tasks: a {@link ListDocument} that has {@code total_count_exact} on every page. Other lists have it only
 * where it is false. Its name and members are part of the OpenAPI document.
 */
public record TaskList(Meta meta, List<TaskDocument> objects) {

    /** The position of the page in the list; see {@link ListDocument.Meta}. */
    public record Meta(
            int limit,
            @Nullable String next,
            int offset,
            @Nullable String previous,
            int totalCount,
            boolean totalCountExact) {}

    static TaskList of(ListDocument<TaskDocument> page) {
        ListDocument.Meta meta = page.meta();
        return new TaskList(
                new Meta(
                        meta.limit(),
                        meta.next(),
                        meta.offset(),
                        meta.previous(),
                        meta.totalCount(),
                        meta.totalCountExact() == null),
                page.objects());
    }
}
