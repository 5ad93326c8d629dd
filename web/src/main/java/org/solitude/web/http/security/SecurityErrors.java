package org.solitude.web.http.security;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.solitude.task.Header;
import org.solitude.task.StoredResponse;
import org.solitude.web.http.problem.Problem;

/**
 * The problems of 401, 403 and 404 without a resource: enough for an honest client to correct its request, nothing for
 * an attacker.
 */
final class SecurityErrors {

    static final int UNAUTHORIZED = 401;
    static final int FORBIDDEN = 403;
    static final int NOT_FOUND = 404;

    private static final Jsonb JSON = JsonbBuilder.create();

    /** The challenges that the server sends; see the mechanisms in docker/solitude.cli. */
    private static final List<String> CHALLENGES = List.of("Basic realm=\"Solitude\"", "Bearer realm=\"Solitude\"");

    private SecurityErrors() {}

    /** Returns the response that is stored for a replay that is refused. */
    static StoredResponse stored(int status) {
        List<Header> headers = new ArrayList<>(headers());
        if (status == UNAUTHORIZED) {
            CHALLENGES.forEach(challenge -> headers.add(new Header("WWW-Authenticate", challenge)));
        }
        return new StoredResponse(status, headers, body(status));
    }

    static List<Header> headers() {
        return List.of(
                new Header("Content-Type", Problem.MEDIA_TYPE),
                new Header("Cache-Control", "no-store"),
                new Header("X-Content-Type-Options", "nosniff"));
    }

    static byte[] body(int status) {
        return JSON.toJson(Problem.of(status, detail(status))).getBytes(StandardCharsets.UTF_8);
    }

    static @Nullable String detail(int status) {
        return switch (status) {
            case UNAUTHORIZED -> "Say who you are: HTTP Basic with a client's name and secret, or a bearer token.";
            case FORBIDDEN -> "You are known, but you may not do this.";
            case NOT_FOUND -> "There is nothing at this path.";
            default -> null;
        };
    }
}
