package org.solitude.web.http.listing;

import jakarta.json.bind.annotation.JsonbNillable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of a list as clients see it. */
public record ListDocument<D>(Meta meta, List<D> objects) {

    /**
     * Where the page stands in the list.
     *
     * @param next the path of the page after this one, null on the last
     * @param previous the path of the page before this one, null on the first and on pages reached by a cursor
     * @param totalCountExact false where the list goes on beyond the count; otherwise not said
     */
    public record Meta(
            int limit,
            int offset,
            @Nullable String next,
            @Nullable String previous,
            int totalCount,
            @JsonbNillable(false) @Nullable Boolean totalCountExact) {}
}
