package org.solitude.crash;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Every write ever attempted, in memory that no kill reaches. */
final class WriteHistory {
    private final Queue<AttemptedWrite> writes = new ConcurrentLinkedQueue<>();
    private final Queue<RuntimeException> writerFailures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger accepted = new AtomicInteger();

    void add(AttemptedWrite write) {
        writes.add(write);
        if (write.isAccepted()) {
            accepted.incrementAndGet();
        }
    }

    /** The writers themselves failed: then the run shows nothing. */
    void addWriterFailure(RuntimeException e) {
        writerFailures.add(e);
    }

    List<RuntimeException> writerFailures() {
        return List.copyOf(writerFailures);
    }

    int numberAccepted() {
        return accepted.get();
    }

    Collection<AttemptedWrite> all() {
        return List.copyOf(writes);
    }

    List<AttemptedWrite> accepted() {
        return writes.stream().filter(AttemptedWrite::isAccepted).toList();
    }

    /** How many writes were answered with each status; 0 stands for those that were cut off. */
    Map<Integer, Long> statuses() {
        return writes.stream()
                .collect(Collectors.groupingBy(AttemptedWrite::status, TreeMap::new, Collectors.counting()));
    }
}
