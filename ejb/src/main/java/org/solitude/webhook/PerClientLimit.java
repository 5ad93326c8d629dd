package org.solitude.webhook;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;

/**
 * How much of the courier each owner has: so many deliveries on their way at once, and the rest of theirs set aside until one
 * of those is made. All that is set aside is limited as well.
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

    /** What is to be done with a delivery. */
    enum Admission {
        /** It may go now; {@link #finishAndNext} is to be asked when it is made. */
        START,
        /** {@link #finishAndNext} will give it out. */
        QUEUED,
        /** There is no room for it. */
        REJECTED
    }

    PerClientLimit(int mostOfOne, int mostAside) {
        this.maximumPerClient = mostOfOne;
        this.maximumQueued = mostAside;
    }

    /** A delivery is to be made. */
    synchronized Admission admit(DeliveryScheduled delivery) {
        Client share = clients.computeIfAbsent(delivery.owner(), owner -> new Client());
        if (share.inFlight < maximumPerClient) {
            share.inFlight++;
            return Admission.START;
        }
        if (queuedTotal == maximumQueued) {
            return Admission.REJECTED;
        }
        share.queued.add(delivery);
        queuedTotal++;
        return Admission.QUEUED;
    }

    /** One of the owner's is made: the next of theirs, which takes its place, or empty where none was set aside. */
    synchronized Optional<DeliveryScheduled> finishAndNext(String owner) {
        Client share = Objects.requireNonNull(clients.get(owner));
        DeliveryScheduled next = share.queued.poll();
        if (next != null) {
            queuedTotal--;
        } else if (--share.inFlight == 0) {
            clients.remove(owner);
        }
        return Optional.ofNullable(next);
    }

    /** Who has as much as may be. */
    synchronized List<String> clientsAtLimit() {
        return clients.entrySet().stream()
                .filter(share -> share.getValue().inFlight >= maximumPerClient)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** How many more can be set aside. */
    synchronized int remainingCapacity() {
        return maximumQueued - queuedTotal;
    }
}
