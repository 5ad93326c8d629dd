package org.solitude.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;

/** Writes to the logging category {@code org.solitude.audit}, which the set-up script sends to a file of its own. */
@ApplicationScoped
public class AuditLog {

    private static final Logger LOG = System.getLogger("org.solitude.audit");

    @Inject
    private Clock clock;

    /** Logs an event. */
    public void record(AuditEvent event) {
        // As an argument, because the message itself would be parsed as a pattern.
        LOG.log(Level.INFO, "{0}", event.line(clock.instant()));
    }
}
