package org.solitude.seller;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.solitude.persistence.OwnedEntity;

/** A merchant who is paid, identified by a uuid that the client chooses. */
@Entity
@Table(name = "seller")
public class Seller extends OwnedEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "seller_seq")
    @SequenceGenerator(name = "seller_seq", sequenceName = "seller_seq", allocationSize = 1)
    private @Nullable Long id;

    @Column(nullable = false)
    private String uuid;

    @Column(nullable = false)
    private boolean active;

    protected Seller() {}

    Seller(SellerDraft draft, Instant now) {
        super(now);
        uuid = Objects.requireNonNull(draft.uuid());
        active = draft.active();
    }

    /** Takes over the values of a draft that has passed {@link SellerDraft#check}. */
    void apply(SellerDraft draft, Instant now) {
        uuid = Objects.requireNonNull(draft.uuid());
        active = draft.active();
        touch(now);
    }

    SellerDraft asDraft() {
        return new SellerDraft(uuid, active);
    }

    @Override
    public long id() {
        return Objects.requireNonNull(id, "a seller has a key once it is stored");
    }

    public String uuid() {
        return uuid;
    }

    public boolean isActive() {
        return active;
    }
}
