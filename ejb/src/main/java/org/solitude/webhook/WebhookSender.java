package org.solitude.webhook;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.solitude.task.execution.ReplayerRegistry;

/**
 * Carries deliveries to their receivers, on a few threads of its own: nobody's request or replay waits for a receiver, and
 * no database connection does. What it has no room for the {@link DeliveryPoller} bring again. One client's receivers,
 * however slow, get half of the threads at most.
 */
@ApplicationScoped
public class WebhookSender {

    private static final Logger LOG = System.getLogger(WebhookSender.class.getName());
    private static final int QUEUE_CAPACITY = 1_000;
    private static final int IDLE_SECONDS = 30;

    private final Set<Long> inFlight = ConcurrentHashMap.newKeySet();

    @Inject
    private DeliveryQueue deliveries;

    @Inject
    private WebhookTransport transport;

    @Inject
    private WebhookSettings settings;

    @Inject
    private Clock clock;

    @Resource
    private ManagedThreadFactory threads;

    private volatile @Nullable ThreadPoolExecutor pool;
    private @Nullable PerClientLimit limit;

    void open(@Observes ReplayerRegistry.Ready ready) {
        limit = new PerClientLimit(Math.max(1, settings.threads() / 2), QUEUE_CAPACITY);
        ThreadPoolExecutor opened = new ThreadPoolExecutor(
                settings.threads(),
                settings.threads(),
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(QUEUE_CAPACITY),
                work -> {
                    Thread thread = threads.newThread(work);
                    thread.setName("solitude-callback-" + thread.getId());
                    return thread;
                });
        opened.allowCoreThreadTimeOut(true);
        pool = opened;
    }

    void close(@Observes ReplayerRegistry.Gone gone) {
        ThreadPoolExecutor opened = pool;
        pool = null;
        if (opened != null) {
            opened.shutdownNow();
        }
    }

    /** How many more it can carry. */
    int remainingCapacity() {
        ThreadPoolExecutor opened = pool;
        return opened == null ? 0 : Math.min(opened.getQueue().remainingCapacity(), limit().remainingCapacity());
    }

    /** Owners of whom it carries as much as it will at once. */
    List<String> clientsAtLimit() {
        return limit().clientsAtLimit();
    }

    private PerClientLimit limit() {
        return Objects.requireNonNull(limit);
    }

    /** It is certain, so it is sent; never waits. */
    void send(@Observes(during = TransactionPhase.AFTER_SUCCESS) DeliveryScheduled decided) {
        ThreadPoolExecutor opened = pool;
        if (opened == null || !inFlight.add(decided.id())) {
            return;
        }
        try {
            opened.execute(() -> admitAndSend(decided));
        } catch (RejectedExecutionException e) {
            inFlight.remove(decided.id());
            LOG.log(Level.DEBUG, "delivery {0} is made in a later round: the courier has no room", decided.id());
        }
    }

    private void admitAndSend(DeliveryScheduled decided) {
        switch (limit().admit(decided)) {
            case START -> {
                Optional<DeliveryScheduled> next = Optional.of(decided);
                while (next.isPresent() && pool != null) {
                    attempt(next.get());
                    next = limit().finishAndNext(decided.owner());
                }
            }
            case QUEUED -> LOG.log(Level.DEBUG, "delivery {0} waits for others of its owner", decided.id());
            case REJECTED -> inFlight.remove(decided.id());
        }
    }

    private void attempt(DeliveryScheduled decided) {
        try {
            deliveries.lease(decided.id()).ifPresent(this::call);
        } catch (RuntimeException | Error e) {
            LOG.log(Level.WARNING, "delivery " + decided.id() + " is made again when its lease is over", e);
        } finally {
            inFlight.remove(decided.id());
        }
    }

    private void call(WebhookRequest parcel) {
        Instant started = clock.instant();
        WebhookTransport.Result answer = parcel.secrets().isEmpty()
                ? WebhookTransport.Result.withoutResponse(DeliveryOutcome.UNSIGNED)
                : transport.post(parcel.url(), parcel.headers(started), parcel.body());
        deliveries.recordOutcome(parcel, answer, started);
    }
}
