package org.solitude.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;

/** The logging category {@code org.solitude.audit}; the set-up script gives it a file of its own. */
@ApplicationScoped
public class AuditLog {

    private static final Logger LOG = System.getLogger("org.solitude.audit");

    @Inject
    private Clock clock;

    /** Notes the act. */
    public void record(AuditEvent act) {
        // Through an argument, because a message would be read as a pattern.
        LOG.log(Level.INFO, "{0}", act.line(clock.instant()));
    }
}
