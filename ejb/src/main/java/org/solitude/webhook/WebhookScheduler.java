package org.solitude.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import org.solitude.caller.Caller;
import org.solitude.crypto.Encryptor;
import org.solitude.crypto.KeyedHash;
import org.solitude.task.DelayedTask;
import org.solitude.task.TaskAccepted;
import org.solitude.task.TaskEnded;

/**
 * Stores the requested webhook with the task and schedules a delivery with the end of the task. Both happen in the
 * transactions of the task, so that neither exists without the other.
 */
@ApplicationScoped
public class WebhookScheduler {

    @PersistenceContext(unitName = "solitude")
    private EntityManager entities;

    @Inject
    private WebhookSecrets secrets;

    @Inject
    private Encryptor encryptor;

    @Inject
    private KeyedHash hash;

    @Inject
    private Event<DeliveryScheduled> scheduled;

    @Inject
    private WebhookSettings settings;

    @Inject
    private Clock clock;

    /**
     * Checks the URL of a webhook and returns it.
     *
     * @throws InvalidWebhookException with what is required instead
     */
    public URI check(String url, Caller caller) {
        WebhookUrl checked = WebhookUrl.of(url, settings.allowHttp(), settings.ports(), settings.addresses());
        if (!secrets.canSignFor(caller.id())) {
            throw new InvalidWebhookException("requested by a client that has a secret to sign with:"
                    + " create one with POST /delay/callback/secret/");
        }
        return checked.uri();
    }

    void save(@Observes TaskAccepted accepted) {
        URI url = accepted.options().callback();
        if (url != null) {
            entities.persist(new RequestedWebhook(accepted.task(), url, encryptor, hash));
        }
    }

    void schedule(@Observes TaskEnded ended) {
        DelayedTask task = ended.task();
        RequestedWebhook requested = entities.find(RequestedWebhook.class, task.id());
        if (requested == null) {
            return;
        }
        Instant now = clock.instant();
        Delivery delivery = Delivery.of(task, now);
        GoneReceiver.Key receiver = new GoneReceiver.Key(delivery.owner(), requested.urlHash());
        boolean gone = entities.find(GoneReceiver.class, receiver) != null;
        if (gone) {
            delivery.markReceiverGone(now);
        }
        entities.persist(delivery);
        if (!gone) {
            scheduled.fire(DeliveryScheduled.of(delivery));
        }
    }
}
