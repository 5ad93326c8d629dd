package org.solitude.task.jpa;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.solitude.task.OrderingKey;

/**
 * A row that is there to be locked, on behalf of the ordering keys that share it. There is a fixed number of them, so that
 * none has to be made, by two at once, or thrown away; keys that share one wait for each other for a moment, no more.
 */
@Entity
@Table(name = "delayed_place_lock")
class OrderingLockRow {

    /** As many as the migration makes. */
    private static final int SLOTS = 1024;

    @Id
    private int slot;

    protected OrderingLockRow() {}

    /** The same on every node. */
    static int slotOf(OrderingKey key) {
        return Math.floorMod(31 * key.owner().hashCode() + key.key().hashCode(), SLOTS);
    }
}
