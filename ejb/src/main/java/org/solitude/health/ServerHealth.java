package org.solitude.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Runs all health checks. */
@ApplicationScoped
public class ServerHealth {

    /** The result of a check without a failure. */
    public static final String OK = "ok";

    private static final Logger LOG = System.getLogger(ServerHealth.class.getName());

    @Inject
    private Instance<HealthCheck> checks;

    /** Returns, for each checked dependency, {@link #OK} or its failures. */
    public Map<String, String> failures() {
        return failures(checks);
    }

    static Map<String, String> failures(Iterable<HealthCheck> checks) {
        Map<String, String> found = new TreeMap<>();
        for (HealthCheck check : checks) {
            if (check.applies()) {
                failureOf(check)
                        .ifPresentOrElse(
                                failure -> found.merge(check.name(), failure, ServerHealth::join),
                                () -> found.putIfAbsent(check.name(), OK));
            }
        }
        return found;
    }

    private static Optional<String> failureOf(HealthCheck check) {
        try {
            return check.failure();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, check.name() + " cannot be checked", e);
            return Optional.of("cannot be reached");
        }
    }

    private static String join(String before, String now) {
        return before.equals(OK) ? now : before + "; " + now;
    }
}
