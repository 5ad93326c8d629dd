package org.solitude.task.longpoll;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Registers the clients that wait on this node for the end of a task, or of the first call with their idempotency key.
 */
@ApplicationScoped
public class LongPollRegistry {

    private final Map<UUID, Set<WaitingClient>> byAwaited = new ConcurrentHashMap<>();
    private final AtomicInteger size = new AtomicInteger();
    private volatile boolean stopping;

    private final LongPollSettings settings;

    @Inject
    LongPollRegistry(LongPollSettings settings) {
        this.settings = settings;
    }

    /** Creates the client proxy only. */
    protected LongPollRegistry() {
        this(new LongPollSettings());
    }

    /**
     * Registers a client that waits for the end of this task or claim. The row must be read after this, so that no end
     * is missed.
     *
     * @return empty if the maximum of waiting clients is reached: answer at once
     */
    public Optional<WaitingClient> register(UUID awaited) {
        if (size.incrementAndGet() > settings.maximumClients()) {
            size.decrementAndGet();
            return Optional.empty();
        }
        WaitingClient client = new WaitingClient(awaited);
        byAwaited.compute(awaited, (key, clients) -> {
            Set<WaitingClient> all = clients == null ? ConcurrentHashMap.newKeySet() : clients;
            all.add(client);
            return all;
        });
        client.whenDone(() -> remove(client));
        if (stopping) {
            client.wake();
        }
        return Optional.of(client);
    }

    /** Wakes all clients that wait for this task or claim. */
    public void wake(UUID awaited) {
        Set<WaitingClient> clients = byAwaited.get(awaited);
        if (clients != null) {
            List.copyOf(clients).forEach(WaitingClient::wake);
        }
    }

    /** Wakes all clients if the server stops; clients registered from then on are woken at once. */
    public void stopping(boolean now) {
        stopping = now;
        if (now) {
            byAwaited.keySet().forEach(this::wake);
        }
    }

    /** Returns how many clients wait. */
    public int size() {
        return size.get();
    }

    /** Returns the tasks and claims that clients wait for. */
    public List<UUID> awaited() {
        return new ArrayList<>(byAwaited.keySet());
    }

    @PreDestroy
    void close() {
        stopping(true);
    }

    private void remove(WaitingClient client) {
        byAwaited.computeIfPresent(client.awaited(), (key, clients) -> {
            clients.remove(client);
            return clients.isEmpty() ? null : clients;
        });
        size.decrementAndGet();
    }
}
