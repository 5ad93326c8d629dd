package org.solitude.web.http.problem;

import java.net.URI;
import java.util.Locale;

/**
 * The problem types with a URI of their own. All other problems are {@code about:blank} with the phrase of their
 * status.
 */
public enum ProblemType {
    MALFORMED_JSON(400, "The body is not well-formed JSON"),
    INVALID_QUERY(400, "The query has parameters that cannot be answered"),
    KEY_IN_USE(409, "The first call with this key still runs"),
    PAYMENT_FROZEN(409, "The provider decides about this payment"),
    STALE(412, "The resource has changed since it was read"),
    INVALID_FIELDS(422, "Some fields are not acceptable"),
    KEY_REUSED(422, "The key was used for another write"),
    INTERNAL(500, "Something failed on our side"),
    OUTCOME_UNCERTAIN(503, "It is uncertain whether this took effect"),
    UNAVAILABLE(503, "The service is not available for a moment");

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    public int status() {
        return status;
    }

    /** Returns a sentence that is the same for every problem of this type. */
    public String title() {
        return title;
    }

    /** Returns the identifier of the type, which never changes. */
    public URI uri() {
        return URI.create(
                "urn:solitude:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
