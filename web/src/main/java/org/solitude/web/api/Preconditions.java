package org.solitude.web.api;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.solitude.web.http.problem.Problem;
import org.solitude.web.http.problem.ProblemException;
import org.solitude.web.http.problem.ProblemType;

/** Evaluates preconditions (RFC 9110, 13): {@code If-Match} before a change, {@code If-None-Match} on a read. */
public class Preconditions {

    private Preconditions() {}

    /** Refuses the request with 412 where {@code If-Match} names another version than this one. */
    public static void requireMatch(Request request, EntityTag present) {
        if (evaluate(request, present) != null) {
            throw new ProblemException(
                    Problem.of(ProblemType.STALE, "Read the resource again, and repeat with its present ETag."));
        }
    }

    /** Answers a read: with the document, or 304 for a client that has this version. */
    public static Response answer(Request request, EntityTag present, Object document) {
        Response.ResponseBuilder unchanged = evaluate(request, present);
        return unchanged != null
                ? unchanged.tag(present).build()
                : Response.ok(document).tag(present).build();
    }

    private static Response.@org.jspecify.annotations.Nullable ResponseBuilder evaluate(
            Request request, EntityTag present) {
        try {
            return request.evaluatePreconditions(present);
        } catch (IllegalArgumentException malformed) {
            throw new ProblemException(
                    Problem.of(400, "If-Match and If-None-Match take a list of ETags in double quotes, or *."),
                    malformed);
        }
    }
}
