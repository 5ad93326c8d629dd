package org.solitude.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;

/**
 * The columns that every entity has: creation time, modification time and version counter. The application sets them,
 * not the database.
 */
@MappedSuperclass
public abstract class VersionedEntity {

    @Column(nullable = false, updatable = false)
    private Instant created = Instant.EPOCH;

    @Column(nullable = false)
    private Instant modified = Instant.EPOCH;

    @Version
    @Column(nullable = false)
    private long counter;

    protected VersionedEntity() {}

    protected VersionedEntity(Instant now) {
        created = now;
        modified = now;
    }

    /** Sets the modification time; every method that changes the entity calls it. */
    protected void touch(Instant now) {
        modified = now;
    }

    public abstract long id();

    public Instant created() {
        return created;
    }

    public Instant modified() {
        return modified;
    }

    /** Returns the version counter. It grows with each save, so equal counters mean equal content. */
    public long counter() {
        return counter;
    }
}
