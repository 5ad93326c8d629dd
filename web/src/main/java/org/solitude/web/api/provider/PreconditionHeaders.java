package org.solitude.web.api.provider;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.solitude.web.http.compression.CompressedTags;
import org.solitude.web.http.problem.Problem;
import org.solitude.web.http.problem.ProblemException;

/**
 * Reads {@code If-Match} and {@code If-None-Match} (RFC 9110, 13.1). A provider's {@code ETag} is passed to clients, so
 * what a client says with it is passed to the provider.
 */
final class PreconditionHeaders {

    static final List<String> NAMES = List.of(HttpHeaders.IF_MATCH, HttpHeaders.IF_NONE_MATCH);

    private static final int MAX_LENGTH = 2_000;

    private PreconditionHeaders() {}

    /**
     * Returns the preconditions of a request by name.
     *
     * @throws ProblemException 400 where one is longer than what is passed on
     */
    static SortedMap<String, String> of(HttpHeaders headers) {
        return of(headers.getRequestHeaders());
    }

    static SortedMap<String, String> of(MultivaluedMap<String, String> headers) {
        SortedMap<String, String> preconditions = new TreeMap<>();
        for (String name : NAMES) {
            String value = String.join(", ", Objects.requireNonNullElse(headers.get(name), List.of()));
            if (value.length() > MAX_LENGTH) {
                throw new ProblemException(Problem.of(400, name + " may have " + MAX_LENGTH + " characters at most."));
            }
            if (!value.isBlank()) {
                preconditions.put(name, CompressedTags.withUncompressed(value));
            }
        }
        return preconditions;
    }
}
