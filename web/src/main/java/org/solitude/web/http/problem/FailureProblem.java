package org.solitude.web.http.problem;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.solitude.persistence.InfrastructureFailure;

/**
 * Builds the problems of requests that failed on our side. Each has a true sentence about what the request left behind,
 * and an incident number under which the log has the cause.
 */
public final class FailureProblem {

    /** The path to read in order to learn whether the request took effect. */
    public static final String LOOK_AT = "look_at";

    private static final String REPEAT = " before you send it again, or send it again with the Idempotency-Key it had.";

    private FailureProblem() {}

    /** Returns the problem of a request that has changed nothing: 503 where infrastructure failed, otherwise 500. */
    public static Problem nothingChanged(Throwable failure, String incident) {
        return InfrastructureFailure.isCauseOf(failure)
                ? incident(Problem.of(ProblemType.UNAVAILABLE, "Nothing was changed. Try again in a moment."), incident)
                : incident(
                        Problem.of(
                                ProblemType.INTERNAL,
                                "Nothing was changed. Tell us the incident's number, and we can look."),
                        incident);
    }

    /**
     * Returns the problem of a request that may have taken effect: 503 where infrastructure failed, otherwise 500.
     *
     * @param lookAt the path that shows whether it did, null if there is none
     */
    public static Problem uncertain(Throwable failure, @Nullable String lookAt, String incident) {
        Problem problem = Problem.of(
                InfrastructureFailure.isCauseOf(failure) ? ProblemType.OUTCOME_UNCERTAIN : ProblemType.INTERNAL,
                "This failed on our side at a moment that leaves the outcome uncertain." + whatToDo(lookAt));
        return incident(withLookAt(problem, lookAt), incident);
    }

    /** Adds to the problem of a write, which may have taken effect at a provider, that its outcome is uncertain. */
    public static Problem uncertain(Problem problem, String lookAt) {
        String detail =
                Optional.ofNullable(problem.detail()).map(text -> text + " ").orElse("");
        return withLookAt(
                new Problem(
                        problem.type(),
                        problem.title(),
                        problem.status(),
                        detail + "The outcome is uncertain." + whatToDo(lookAt),
                        problem.extensions()),
                lookAt);
    }

    private static String whatToDo(@Nullable String lookAt) {
        return (lookAt == null ? " Check" : " Look at " + lookAt) + REPEAT;
    }

    private static Problem withLookAt(Problem problem, @Nullable String lookAt) {
        return lookAt == null ? problem : problem.with(LOOK_AT, lookAt);
    }

    private static Problem incident(Problem problem, String incident) {
        return problem.with("incident", incident);
    }
}
