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

/** Everybody who waits on this node. */
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

    /** For the proxy only. */
    protected LongPollRegistry() {
        this(new LongPollSettings());
    }

    /**
     * Registers one who waits for this task. Read the row after this, not before.
     *
     * @return empty where nobody may wait (any more): answer at once
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

    /** The task has ended: whoever waits for it is woken. */
    public void wake(UUID task) {
        Set<WaitingClient> clients = byTask.get(task);
        if (clients != null) {
            List.copyOf(clients).forEach(WaitingClient::wake);
        }
    }

    /** The server is about to stop, or goes on after all: nobody is left waiting, and nobody begins to. */
    public void stopping(boolean now) {
        stopping = now;
        if (now) {
            byTask.keySet().forEach(this::wake);
        }
    }

    /** How many wait. */
    public int size() {
        return size.get();
    }

    /** The tasks that are waited for. */
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
