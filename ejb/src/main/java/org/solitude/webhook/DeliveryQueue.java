package org.solitude.webhook;

import static java.util.stream.Collectors.toMap;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.solitude.crypto.Encryptor;
import org.solitude.persistence.jta.Transactions;
import org.solitude.task.DelayedTask;
import org.solitude.task.TaskRepository;

/**
 * Leases deliveries for attempts and records the outcomes, each in a short transaction of its own. The queue is the
 * table.
 */
@ApplicationScoped
public class DeliveryQueue {

    private static final Logger LOG = System.getLogger(DeliveryQueue.class.getName());

    private final Jsonb json = JsonbBuilder.create();

    @PersistenceContext(unitName = "solitude")
    private EntityManager entities;

    @Inject
    private TaskRepository tasks;

    @Inject
    private WebhookSecrets secrets;

    @Inject
    private Encryptor encryptor;

    @Inject
    private Event<DeliveryScheduled> scheduled;

    @Inject
    private Transactions transactions;

    @Inject
    private WebhookSettings settings;

    @Inject
    private Clock clock;

    private @Nullable DeliveryBackoff backoff;

    @PostConstruct
    void readRetrySchedule() {
        backoff = new DeliveryBackoff(
                settings.retrySchedule(), () -> ThreadLocalRandom.current().nextDouble());
    }

    /**
     * Returns deliveries that are due and not leased, the longest due first.
     *
     * @param busy owners to skip
     */
    List<DeliveryScheduled> findDue(Collection<String> busy, int limit) {
        TypedQuery<Delivery> query = entities.createQuery(
                        "select d from Delivery d where d.state = :waiting and d.dueAt <= :now"
                                + " and (d.leasedUntil is null or d.leasedUntil < :now)"
                                + (busy.isEmpty() ? "" : " and d.owner not in (:busy)") + " order by d.dueAt",
                        Delivery.class)
                .setParameter("waiting", DeliveryState.WAITING)
                .setParameter("now", clock.instant())
                .setMaxResults(limit);
        if (!busy.isEmpty()) {
            query.setParameter("busy", busy);
        }
        return query.getResultList().stream().map(DeliveryScheduled::of).toList();
    }

    /** Leases a delivery for one attempt. Returns empty if it is not due or is leased already. */
    Optional<WebhookRequest> lease(long id) {
        return transactions.inNewTransaction(() -> {
            Instant now = clock.instant();
            Delivery delivery = lock(id);
            if (delivery == null || !delivery.isDueAt(now)) {
                return Optional.empty();
            }
            if (isReceiverGone(delivery)) {
                delivery.markReceiverGone(now);
                return Optional.empty();
            }
            delivery.lease(now.plus(settings.lease()));
            return Optional.of(requestFor(delivery));
        });
    }

    /** The receiver may have answered 410 to another delivery while this one waited. */
    private boolean isReceiverGone(Delivery delivery) {
        return entities.find(GoneReceiver.class, receiverKey(delivery)) != null;
    }

    private GoneReceiver.Key receiverKey(Delivery delivery) {
        return new GoneReceiver.Key(delivery.owner(), requestedWebhook(delivery).urlHash());
    }

    private WebhookRequest requestFor(Delivery delivery) {
        DelayedTask task = Objects.requireNonNull(entities.find(DelayedTask.class, delivery.taskId()));
        WebhookPayload payload =
                WebhookPayload.of(delivery, task, tasks.responseOf(task).orElse(null), settings.contentSizeMax());
        return new WebhookRequest(
                delivery.id(),
                delivery.attempts(),
                delivery.message(),
                requestedWebhook(delivery).url(encryptor).uri(),
                json.toJson(payload).getBytes(StandardCharsets.UTF_8),
                secrets.signingSecrets(delivery.owner()));
    }

    /** Records the outcome of an attempt and ends its lease, unless another attempt was first. */
    void recordOutcome(WebhookRequest request, WebhookTransport.Result result, Instant started) {
        transactions.inNewTransaction(() -> {
            Delivery delivery = lock(request.id());
            if (delivery == null || !delivery.isAtAttempt(request.attempt())) {
                LOG.log(Level.DEBUG, "delivery {0} was finished by another attempt", request.message());
                return;
            }
            Instant now = clock.instant();
            applyOutcome(delivery, result, now);
            entities.persist(new DeliveryAttempt(delivery, result, started, now));
        });
    }

    private void applyOutcome(Delivery delivery, WebhookTransport.Result result, Instant now) {
        switch (result.outcome()) {
            case ACCEPTED -> delivery.markDelivered(now);
            case GONE -> {
                delivery.markGone(now);
                saveGone(receiverKey(delivery), now);
                LOG.log(
                        Level.INFO,
                        "delivery {0} was answered 410: its URL is not called any more",
                        delivery.message());
            }
            default ->
                Objects.requireNonNull(backoff)
                        .nextAttempt(delivery.tries() + 1, result.retryAfter(), now)
                        .ifPresentOrElse(next -> delivery.scheduleRetry(next, now), () -> {
                            delivery.markFailed(now);
                            LOG.log(
                                    Level.WARNING,
                                    "delivery {0} failed at its last attempt: {1}",
                                    delivery.message(),
                                    result.outcome());
                        });
        }
    }

    /** Two concurrent calls may both be answered 410. */
    private void saveGone(GoneReceiver.Key receiver, Instant now) {
        entities.createQuery("insert into GoneReceiver (key.owner, key.urlHash, since)"
                        + " values (:owner, :urlHash, :now) on conflict do nothing")
                .setParameter("owner", receiver.owner())
                .setParameter("urlHash", receiver.urlHash())
                .setParameter("now", now)
                .executeUpdate();
    }

    /** Makes a delivery due now and lifts a 410 of its URL, in the transaction of the caller. */
    void sendAgain(Delivery found) {
        Delivery delivery = Objects.requireNonNull(lock(found.id()));
        GoneReceiver gone = entities.find(GoneReceiver.class, receiverKey(delivery));
        if (gone != null) {
            entities.remove(gone);
        }
        delivery.sendAgain(clock.instant());
        scheduled.fire(DeliveryScheduled.of(delivery));
    }

    /** Returns the URLs of deliveries without their query, which may contain a secret, by the key of the task. */
    Map<Long, String> urlsWithoutQuery(Collection<Delivery> shown) {
        return entities.createQuery("select w from RequestedWebhook w where w.taskId in :tasks", RequestedWebhook.class)
                .setParameter("tasks", shown.stream().map(Delivery::taskId).toList())
                .getResultStream()
                .collect(toMap(
                        RequestedWebhook::taskId,
                        requested -> requested.url(encryptor).withoutQuery()));
    }

    private RequestedWebhook requestedWebhook(Delivery delivery) {
        return Objects.requireNonNull(entities.find(RequestedWebhook.class, delivery.taskId()));
    }

    private @Nullable Delivery lock(long id) {
        return entities.find(Delivery.class, id, LockModeType.PESSIMISTIC_WRITE);
    }
}
