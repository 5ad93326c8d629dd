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
    private final int maximumWaiting;
    private final Map<String, Share> shares = new HashMap<>();
    private int waiting;

    private static final class Share {
        private int onTheWay;
        private final Queue<DeliveryScheduled> aside = new ArrayDeque<>();
    }

    /** What is to be done with a delivery. */
    enum Turn {
        /** It may go now; {@link #next} is to be asked when it is made. */
        NOW,
        /** {@link #next} will give it out. */
        LATER,
        /** There is no room for it. */
        NEVER
    }

    PerClientLimit(int mostOfOne, int mostAside) {
        this.maximumPerClient = mostOfOne;
        this.maximumWaiting = mostAside;
    }

    /** A delivery is to be made. */
    synchronized Turn admit(DeliveryScheduled delivery) {
        Share share = shares.computeIfAbsent(delivery.owner(), owner -> new Share());
        if (share.onTheWay < maximumPerClient) {
            share.onTheWay++;
            return Turn.NOW;
        }
        if (waiting == maximumWaiting) {
            return Turn.NEVER;
        }
        share.aside.add(delivery);
        waiting++;
        return Turn.LATER;
    }

    /** One of the owner's is made: the next of theirs, which takes its place, or empty where none was set aside. */
    synchronized Optional<DeliveryScheduled> next(String owner) {
        Share share = Objects.requireNonNull(shares.get(owner));
        DeliveryScheduled next = share.aside.poll();
        if (next != null) {
            waiting--;
        } else if (--share.onTheWay == 0) {
            shares.remove(owner);
        }
        return Optional.ofNullable(next);
    }

    /** Who has as much as may be. */
    synchronized List<String> busy() {
        return shares.entrySet().stream()
                .filter(share -> share.getValue().onTheWay >= maximumPerClient)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** How many more can be set aside. */
    synchronized int room() {
        return maximumWaiting - waiting;
    }
}
