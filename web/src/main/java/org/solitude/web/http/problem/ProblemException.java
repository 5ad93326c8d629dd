package org.solitude.web.http.problem;

import jakarta.ws.rs.WebApplicationException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A problem on its way to the client, for what HTTP itself asks of a request: its form, its query, its conditions. */
public class ProblemException extends WebApplicationException {

    @Serial
    private static final long serialVersionUID = 1L;

    public ProblemException(Problem problem) {
        this(problem, null);
    }

    public ProblemException(Problem problem, @Nullable Throwable cause) {
        super(problem.title(), cause, problem.asResponse().build());
    }
}
