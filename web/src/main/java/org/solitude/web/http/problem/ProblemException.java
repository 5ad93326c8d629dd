package org.solitude.web.http.problem;

import jakarta.ws.rs.WebApplicationException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** Ends a request with a problem about its HTTP form: its syntax, its query or its preconditions. */
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
