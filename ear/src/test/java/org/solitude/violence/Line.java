package org.solitude.violence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.solitude.client.Solitude;

/** A client that makes its writes one after the other, up or down, all with one ordering key, and knows their order. */
final class Line {
    private final Solitude solitude;
    private final Random chance;
    private final int length;
    private final List<Write> writes = new ArrayList<>();

    /**
     * A line of so many writes.
     *
     * @param key of all of them
     */
    Line(Solitude solitude, String key, int length, Random chance) {
        this.solitude = solitude.with("Solitude-Async", "yes").with("Solitude-Ordering-Key", key);
        this.chance = chance;
        this.length = length;
    }

    synchronized boolean isComplete() {
        return writes.size() == length;
    }

    /** Makes the next write, if anybody listens; one that was cut off may have been accepted, but then in its turn. */
    synchronized void goOn(Ledger ledger) {
        if (isComplete()) {
            return;
        }
        Kind kind = Kind.any(chance);
        Optional<Write> write = Writers.attempt(solitude, kind, kind.uuid(chance));
        write.ifPresent(made -> {
            writes.add(made);
            ledger.add(made);
        });
    }

    synchronized List<Write> writes() {
        return List.copyOf(writes);
    }
}
