package org.solitude.web.http.conditional;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import org.solitude.web.http.problem.Problem;
import org.solitude.web.http.problem.ProblemException;
import org.solitude.web.http.problem.ProblemType;

/** Evaluates the preconditions of a change. Those of reads are {@link ConditionalReadFilter}'s. */
public class Preconditions {

    private Preconditions() {}

    /**
     * Refuses a change with 412 where {@code If-Match} names another version than this one, or {@code If-None-Match}
     * names it.
     */
    public static void requireMatch(HttpHeaders request, EntityTag present) {
        EntityTagList match = EntityTagList.of(request.getRequestHeader(HttpHeaders.IF_MATCH));
        EntityTagList noneMatch = EntityTagList.of(request.getRequestHeader(HttpHeaders.IF_NONE_MATCH));
        if (!match.isEmpty() && !match.containsStrong(present)
                || noneMatch.findWeak(present).isPresent()) {
            throw new ProblemException(
                    Problem.of(ProblemType.STALE, "Read the resource again, and repeat with its present ETag."));
        }
    }
}
