package org.solitude.webhook;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.solitude.task.execution.ReplayerRegistry;

/**
 * Periodically sends deliveries that are due: retries, and those of a node that stopped during an attempt. Also deletes
 * expired secrets.
 */
@ApplicationScoped
public class DeliveryPoller {

    private static final Logger LOG = System.getLogger(DeliveryPoller.class.getName());

    @Inject
    private DeliveryQueue deliveries;

    @Inject
    private WebhookSecrets secrets;

    @Inject
    private WebhookSender sender;

    @Inject
    private WebhookSettings settings;

    @Resource
    private ManagedScheduledExecutorService scheduler;

    private @Nullable ScheduledFuture<?> polling;

    void start(@Observes ReplayerRegistry.Ready ready) {
        long pause = settings.interval().toMillis();
        polling = scheduler.scheduleWithFixedDelay(this::sendDue, pause, pause, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ReplayerRegistry.Gone gone) {
        if (polling != null) {
            polling.cancel(false);
        }
    }

    private void sendDue() {
        try {
            secrets.deleteExpired();
            int room = sender.remainingCapacity();
            if (room > 0) {
                deliveries.findDue(sender.clientsAtLimit(), room).forEach(sender::send);
            }
        } catch (RuntimeException | Error e) {
            LOG.log(Level.WARNING, "due deliveries could not be read; the next poll finds them", e);
        }
    }
}
