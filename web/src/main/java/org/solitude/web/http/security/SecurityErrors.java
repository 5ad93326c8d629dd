package org.solitude.web.http.security;

import java.util.ArrayList;
import java.util.List;
import org.solitude.task.Header;
import org.solitude.task.StoredResponse;
import org.solitude.web.http.problem.Problem;
import org.solitude.web.http.problem.ServletProblems;
import org.solitude.web.http.problem.StatusDetails;

/** The statuses of refusals, and the response of a replay whose caller is refused. */
final class SecurityErrors {

    static final int UNAUTHORIZED = 401;
    static final int FORBIDDEN = 403;
    static final int NOT_FOUND = 404;

    /** The challenges that the server sends; see the mechanisms in docker/solitude.cli. */
    private static final List<String> CHALLENGES = List.of("Basic realm=\"Solitude\"", "Bearer realm=\"Solitude\"");

    private SecurityErrors() {}

    /** Returns the response that is stored for a replay that is refused. */
    static StoredResponse stored(int status) {
        List<Header> headers = new ArrayList<>(ServletProblems.headers());
        if (status == UNAUTHORIZED) {
            CHALLENGES.forEach(challenge -> headers.add(new Header("WWW-Authenticate", challenge)));
        }
        return new StoredResponse(status, headers, ServletProblems.body(Problem.of(status, StatusDetails.of(status))));
    }
}
