package org.solitude.web.http.listing;

import jakarta.json.bind.annotation.JsonbNillable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of a list, as clients see it. */
public record ListDocument<D>(Meta meta, List<D> objects) {

    /**
     * The position of the page in the list.
     *
     * @param next the path of the next page, null on the last one
     * @param previous the path of the previous page, null on the first one and on pages reached by a cursor
     * @param totalCountExact false where the list is longer than {@code totalCount}; otherwise null, and not in the
     *     JSON
     */
    public record Meta(
            int limit,
            int offset,
            @Nullable String next,
            @Nullable String previous,
            int totalCount,
            @JsonbNillable(false) @Nullable Boolean totalCountExact) {}
}
