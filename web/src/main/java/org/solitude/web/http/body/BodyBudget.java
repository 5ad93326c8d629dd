package org.solitude.web.http.body;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Counts the bodies that are arriving, in all and of each sender, and the memory of all bodies that are in use. */
final class BodyBudget {

    private final BodyLimits limits;
    private final AtomicLong memory = new AtomicLong();
    private final AtomicInteger arriving = new AtomicInteger();
    private final Map<String, Integer> arrivingOf = new ConcurrentHashMap<>();

    BodyBudget(BodyLimits limits) {
        this.limits = limits;
    }

    BodyLimits limits() {
        return limits;
    }

    /** Counts one more body that is arriving from a sender, unless there are too many: then it says which. */
    Optional<BodyRefusal> enter(String sender) {
        if (arrivingOf.merge(sender, 1, Integer::sum) > limits.bodiesPerSender()) {
            leaveOf(sender);
            return Optional.of(BodyRefusal.TOO_MANY_OF_SENDER);
        }
        if (arriving.incrementAndGet() > limits.bodies()) {
            leave(sender);
            return Optional.of(BodyRefusal.TOO_MANY);
        }
        return Optional.empty();
    }

    /** Ends what {@link #enter} began. */
    void leave(String sender) {
        arriving.decrementAndGet();
        leaveOf(sender);
    }

    private void leaveOf(String sender) {
        arrivingOf.computeIfPresent(sender, (name, count) -> count == 1 ? null : count - 1);
    }

    /** Reserves memory; false, with nothing reserved, where there is not enough. */
    boolean reserve(long bytes) {
        if (memory.addAndGet(bytes) <= limits.memory()) {
            return true;
        }
        release(bytes);
        return false;
    }

    /** Gives reserved memory back. */
    void release(long bytes) {
        memory.addAndGet(-bytes);
    }
}
