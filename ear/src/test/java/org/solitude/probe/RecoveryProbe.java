package org.solitude.probe;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import org.solitude.task.dispatch.QueueProbe;
import org.solitude.task.recovery.LostMessageRecovery;

/**
 * Reports that a queue probe of this priority has returned, although messages sent before it are still in the queue. A
 * broker delivers the probe first when those messages have a lower priority.
 */
@RequestScoped
@Path("/probe/sweep/{priority}/")
public class RecoveryProbe {
    @Inject
    LostMessageRecovery lostMessages;

    @POST
    public void probeReturned(@PathParam("priority") int priority) {
        lostMessages.probeReturned(new QueueProbe(priority, Instant.now()));
    }
}
