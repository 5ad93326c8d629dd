package org.solitude.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;

/** What every record has: when it was made and last changed, and how often. The database counts nothing itself. */
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

    /** To be called by every verb that changes something. */
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

    /** Goes up with each save: two equal counters mean the same content. */
    public long counter() {
        return counter;
    }
}
