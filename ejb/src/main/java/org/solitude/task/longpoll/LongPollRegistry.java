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

/** Registers the clients that wait on this node for the end of a task. */
@ApplicationScoped
public class LongPollRegistry {

    private final Map<UUID, Set<WaitingClient>> byTask = new ConcurrentHashMap<>();
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
     * Registers a client that waits for this task. The row must be read after this, so that no end is missed.
     *
     * @return empty if the maximum of waiting clients is reached: answer at once
     */
    public Optional<WaitingClient> register(UUID task) {
        if (size.incrementAndGet() > settings.maximumClients()) {
            size.decrementAndGet();
            return Optional.empty();
        }
        WaitingClient client = new WaitingClient(task);
        byTask.compute(task, (key, clients) -> {
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

    /** Wakes all clients that wait for this task. */
    public void wake(UUID task) {
        Set<WaitingClient> clients = byTask.get(task);
        if (clients != null) {
            List.copyOf(clients).forEach(WaitingClient::wake);
        }
    }

    /** Wakes all clients if the server stops; clients registered from then on are woken at once. */
    public void stopping(boolean now) {
        stopping = now;
        if (now) {
            byTask.keySet().forEach(this::wake);
        }
    }

    /** Returns how many clients wait. */
    public int size() {
        return size.get();
    }

    /** Returns the tasks that clients wait for. */
    List<UUID> tasks() {
        return new ArrayList<>(byTask.keySet());
    }

    @PreDestroy
    void close() {
        stopping(true);
    }

    private void remove(WaitingClient client) {
        byTask.computeIfPresent(client.task(), (key, clients) -> {
            clients.remove(client);
            return clients.isEmpty() ? null : clients;
        });
        size.decrementAndGet();
    }
}
