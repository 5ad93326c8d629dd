package org.solitude.crash;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.solitude.testkit.client.SolitudeClient;

/**
 * A client that sends writes with one ordering key one after another, whether the server runs or not, and records their
 * order.
 */
final class OrderedWriter {
    private final SolitudeClient solitude;
    private final Random random;
    private final int length;
    private final List<AttemptedWrite> writes = new ArrayList<>();

    /**
     * Creates a writer.
     *
     * @param key the ordering key of all its writes
     * @param length the number of its writes
     */
    OrderedWriter(SolitudeClient solitude, String key, int length, Random random) {
        this.solitude = solitude.with("Solitude-Async", "yes").with("Solitude-Ordering-Key", key);
        this.random = random;
        this.length = length;
    }

    synchronized boolean isComplete() {
        return writes.size() == length;
    }

    /**
     * Sends the next write if the server accepts the connection. A write without a response counts: it may be accepted.
     */
    synchronized void writeNext(WriteHistory history) {
        if (isComplete()) {
            return;
        }
        WriteKind kind = WriteKind.random(random);
        Optional<AttemptedWrite> write = ConcurrentWriters.attempt(solitude, kind, kind.uuid(random));
        write.ifPresent(attempted -> {
            writes.add(attempted);
            history.add(attempted);
        });
    }

    synchronized List<AttemptedWrite> writes() {
        return List.copyOf(writes);
    }
}
