package org.solitude.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An entity that a client made. Where records are private, other clients do not see it ({@link RecordAccess}). */
@MappedSuperclass
public abstract class OwnedEntity extends VersionedEntity {

    @Column(updatable = false)
    private @Nullable String owner;

    protected OwnedEntity() {}

    protected OwnedEntity(Instant now) {
        super(now);
    }

    /** Gives a new entity to the owner of another one, as a refund belongs to whom the payment belongs to. */
    public void belongToOwnerOf(OwnedEntity other) {
        owner = other.owner;
    }

    /** Gives a new entity to its maker, unless it belongs to someone. */
    void belongTo(@Nullable String maker) {
        if (owner == null) {
            owner = maker;
        }
    }

    /** Returns the id of the client that it belongs to; null where nobody is known. */
    @Nullable
    String owner() {
        return owner;
    }
}
