package org.solitude.task.jpa;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.solitude.task.OrderingKey;

/**
 * A row that is locked on behalf of the ordering keys that share it.
 *
 * <p>The number of rows is fixed, so that none has to be created concurrently or deleted. Keys that share a row wait
 * for each other for a moment only.
 */
@Entity
@Table(name = "delayed_place_lock")
class OrderingLockRow {

    /** As many as the migration creates. */
    private static final int SLOTS = 1024;

    @Id
    private int slot;

    protected OrderingLockRow() {}

    /** Returns the row of a key, the same on every node. */
    static int slotOf(OrderingKey key) {
        return Math.floorMod(31 * key.owner().hashCode() + key.key().hashCode(), SLOTS);
    }
}
