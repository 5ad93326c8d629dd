package org.solitude.webhook;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;

/**
 * Limits how many deliveries of one client are in flight, and queues the rest until one of them has finished. The total
 * of queued deliveries is limited as well.
 */
final class PerClientLimit {

    private final int maximumPerClient;
    private final int maximumQueued;
    private final Map<String, Client> clients = new HashMap<>();
    private int queuedTotal;

    private static final class Client {
        private int inFlight;
        private final Queue<DeliveryScheduled> queued = new ArrayDeque<>();
    }

    /** What happens to a delivery. */
    enum Admission {
        /** It may start now. The caller must call {@link #finishAndNext} when it has finished. */
        START,
        /** {@link #finishAndNext} will return it. */
        QUEUED,
        /** The queue is full. */
        REJECTED
    }

    PerClientLimit(int maximumPerClient, int maximumQueued) {
        this.maximumPerClient = maximumPerClient;
        this.maximumQueued = maximumQueued;
    }

    /** Admits, queues or rejects a delivery. */
    synchronized Admission admit(DeliveryScheduled delivery) {
        Client client = clients.computeIfAbsent(delivery.owner(), owner -> new Client());
        if (client.inFlight < maximumPerClient) {
            client.inFlight++;
            return Admission.START;
        }
        if (queuedTotal == maximumQueued) {
            return Admission.REJECTED;
        }
        client.queued.add(delivery);
        queuedTotal++;
        return Admission.QUEUED;
    }

    /** Finishes a delivery of a client. Returns its next queued one, which starts in its place, or empty. */
    synchronized Optional<DeliveryScheduled> finishAndNext(String owner) {
        Client client = Objects.requireNonNull(clients.get(owner));
        DeliveryScheduled next = client.queued.poll();
        if (next != null) {
            queuedTotal--;
        } else if (--client.inFlight == 0) {
            clients.remove(owner);
        }
        return Optional.ofNullable(next);
    }

    /** Returns the clients that have reached their limit. */
    synchronized List<String> clientsAtLimit() {
        return clients.entrySet().stream()
                .filter(client -> client.getValue().inFlight >= maximumPerClient)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Returns how many more deliveries can be queued. */
    synchronized int remainingCapacity() {
        return maximumQueued - queuedTotal;
    }
}
