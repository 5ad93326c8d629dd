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
 * Sends deliveries to their receivers on a few threads of its own, so that no request, replay or database connection
 * waits for a receiver. Deliveries it has no capacity for are found again by the {@link DeliveryPoller}. One client
 * uses at most half of the threads, however slow its receivers are.
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

    /** Returns how many more deliveries can be queued. */
    int remainingCapacity() {
        ThreadPoolExecutor opened = pool;
        return opened == null ? 0 : Math.min(opened.getQueue().remainingCapacity(), limit().remainingCapacity());
    }

    /** Returns the clients that have reached their limit. */
    List<String> clientsAtLimit() {
        return limit().clientsAtLimit();
    }

    private PerClientLimit limit() {
        return Objects.requireNonNull(limit);
    }

    /** Queues a delivery after the commit. Never blocks. */
    void send(@Observes(during = TransactionPhase.AFTER_SUCCESS) DeliveryScheduled delivery) {
        ThreadPoolExecutor opened = pool;
        if (opened == null || !inFlight.add(delivery.id())) {
            return;
        }
        try {
            opened.execute(() -> admitAndSend(delivery));
        } catch (RejectedExecutionException e) {
            inFlight.remove(delivery.id());
            LOG.log(Level.DEBUG, "delivery {0} is left to the poller: the queue is full", delivery.id());
        }
    }

    private void admitAndSend(DeliveryScheduled delivery) {
        switch (limit().admit(delivery)) {
            case START -> {
                Optional<DeliveryScheduled> next = Optional.of(delivery);
                while (next.isPresent() && pool != null) {
                    attempt(next.get());
                    next = limit().finishAndNext(delivery.owner());
                }
            }
            case QUEUED -> LOG.log(Level.DEBUG, "delivery {0} waits for other deliveries of its client", delivery.id());
            case REJECTED -> inFlight.remove(delivery.id());
        }
    }

    private void attempt(DeliveryScheduled delivery) {
        try {
            deliveries.lease(delivery.id()).ifPresent(this::call);
        } catch (RuntimeException | Error e) {
            LOG.log(
                    Level.WARNING,
                    "delivery " + delivery.id() + " failed and is attempted again when its lease ends",
                    e);
        } finally {
            inFlight.remove(delivery.id());
        }
    }

    private void call(WebhookRequest request) {
        Instant started = clock.instant();
        WebhookTransport.Result result = request.secrets().isEmpty()
                ? WebhookTransport.Result.withoutResponse(DeliveryOutcome.UNSIGNED)
                : transport.post(request.url(), request.headers(started), request.body());
        deliveries.recordOutcome(request, result, started);
    }
}
