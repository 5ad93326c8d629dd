package org.solitude.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.solitude.task.execution.ReplayerRegistry;
import org.solitude.time.PeriodicTask;
import org.solitude.time.PeriodicTasks;

/**
 * Periodically sends deliveries that are due: retries, and those of a node that stopped during an attempt. Also deletes
 * expired secrets.
 */
@ApplicationScoped
public class DeliveryPoller {

    @Inject
    private DeliveryQueue deliveries;

    @Inject
    private WebhookSecrets secrets;

    @Inject
    private WebhookSender sender;

    @Inject
    private WebhookSettings settings;

    @Inject
    private PeriodicTasks periodicTasks;

    private @Nullable PeriodicTask polling;

    void start(@Observes ReplayerRegistry.Ready ready) {
        polling = periodicTasks.every(settings.interval(), "poll for due deliveries", this::sendDue);
    }

    void stop(@Observes ReplayerRegistry.Gone gone) {
        if (polling != null) {
            polling.stop();
        }
    }

    private void sendDue() {
        secrets.deleteExpired();
        int capacity = sender.remainingCapacity();
        if (capacity > 0) {
            deliveries.findDue(sender.clientsAtLimit(), capacity).forEach(sender::send);
        }
    }
}
