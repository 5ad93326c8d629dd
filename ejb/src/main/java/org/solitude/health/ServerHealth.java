package org.solitude.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Asks every check there is. */
@ApplicationScoped
public class ServerHealth {

    /** What is said of a subject with which nothing is wrong. */
    public static final String OK = "ok";

    private static final Logger LOG = System.getLogger(ServerHealth.class.getName());

    @Inject
    private Instance<HealthCheck> checks;

    /** Every subject, and {@link #OK} or what is wrong with it. */
    public Map<String, String> failures() {
        return failures(checks);
    }

    static Map<String, String> failures(Iterable<HealthCheck> checks) {
        Map<String, String> found = new TreeMap<>();
        checks.forEach(check -> failureOf(check)
                .ifPresentOrElse(
                        fault -> found.merge(check.name(), fault, ServerHealth::join),
                        () -> found.putIfAbsent(check.name(), OK)));
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
