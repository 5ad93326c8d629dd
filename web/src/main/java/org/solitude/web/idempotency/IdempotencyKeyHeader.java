package org.solitude.web.idempotency;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.solitude.web.async.AsyncHeader;
import org.solitude.web.http.problem.Problem;
import org.solitude.web.http.problem.ProblemException;

/**
 * Reads {@code Idempotency-Key} (IETF draft-ietf-httpapi-idempotency-key-header): a quoted string of RFC 8941, or the
 * bare form that many clients send. {@code "a"} and {@code a} are the same key. The header is ignored on methods other
 * than POST, PUT and PATCH.
 */
public final class IdempotencyKeyHeader {

    static final String NAME = "Idempotency-Key";

    private static final int MAX_LENGTH = 255;

    /** The length with two quotes and every character escaped. */
    private static final int MAX_QUOTED_LENGTH = 2 * MAX_LENGTH + 2;

    private static final Pattern QUOTED = Pattern.compile("\"((?:[ !#-\\[\\]-~]|\\\\[\"\\\\])*)\"");
    private static final Pattern BARE = Pattern.compile("[!#-+\\--:<-\\[\\]-~]+");

    private IdempotencyKeyHeader() {}

    /**
     * Returns the key of a write; empty where it has none. A replay has none, because the header is not stored.
     *
     * @throws ProblemException 400 where it is malformed, too long, or given twice
     */
    public static Optional<String> of(ContainerRequestContext request) {
        List<String> values = request.getHeaders().get(NAME);
        if (values == null || values.isEmpty() || !AsyncHeader.METHODS.contains(request.getMethod())) {
            return Optional.empty();
        }
        if (values.size() > 1) {
            throw malformed("It was sent twice.");
        }
        return Optional.of(parse(values.get(0).strip()));
    }

    static String parse(String value) {
        if (value.length() <= MAX_QUOTED_LENGTH) {
            Matcher quoted = QUOTED.matcher(value);
            if (quoted.matches()) {
                return checked(quoted.group(1).replaceAll("\\\\(.)", "$1"));
            }
            if (BARE.matcher(value).matches()) {
                return checked(value);
            }
        }
        throw malformed("The value sent is neither.");
    }

    private static String checked(String key) {
        if (key.isEmpty() || key.length() > MAX_LENGTH) {
            throw malformed("The key sent has " + key.length() + ".");
        }
        return key;
    }

    private static ProblemException malformed(String found) {
        return new ProblemException(Problem.of(
                400,
                NAME + " must be given once, as 1 to " + MAX_LENGTH
                        + " printable ASCII characters in double quotes (or without quotes and without space,"
                        + " comma, semicolon, backslash and quote), such as \"8e03978e-40d5-43dd-bc93-6894a57f9324\". "
                        + found));
    }
}
