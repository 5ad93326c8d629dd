package org.solitude.crash;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Records every attempted write in the memory of the test, which no kill of the server affects. */
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

    /** Records that a writer itself failed, which makes the run invalid. */
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

    /** Counts the writes by the status of their response; 0 stands for a broken connection. */
    Map<Integer, Long> statuses() {
        return writes.stream()
                .collect(Collectors.groupingBy(AttemptedWrite::status, TreeMap::new, Collectors.counting()));
    }
}
