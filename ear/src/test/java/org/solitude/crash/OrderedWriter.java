package org.solitude.crash;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.solitude.testkit.client.SolitudeClient;

/** A client that makes its writes one after the other, up or down, all with one ordering key, and knows their order. */
final class OrderedWriter {
    private final SolitudeClient solitude;
    private final Random random;
    private final int length;
    private final List<AttemptedWrite> writes = new ArrayList<>();

    /**
     * A line of so many writes.
     *
     * @param key of all of them
     */
    OrderedWriter(SolitudeClient solitude, String key, int length, Random chance) {
        this.solitude = solitude.with("Solitude-Async", "yes").with("Solitude-Ordering-Key", key);
        this.random = chance;
        this.length = length;
    }

    synchronized boolean isComplete() {
        return writes.size() == length;
    }

    /** Makes the next write, if anybody listens; one that was cut off may have been accepted, but then in its turn. */
    synchronized void writeNext(WriteHistory ledger) {
        if (isComplete()) {
            return;
        }
        WriteKind kind = WriteKind.random(random);
        Optional<AttemptedWrite> write = ConcurrentWriters.attempt(solitude, kind, kind.uuid(random));
        write.ifPresent(made -> {
            writes.add(made);
            ledger.add(made);
        });
    }

    synchronized List<AttemptedWrite> writes() {
        return List.copyOf(writes);
    }
}
