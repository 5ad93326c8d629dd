package org.solitude.product;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.solitude.crypto.Encryptor;
import org.solitude.persistence.OwnedEntity;

/** A product of a seller, with one id in the seller's catalogue and another for the public. */
@Entity
@Table(name = "product")
public class Product extends OwnedEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "product_seq")
    @SequenceGenerator(name = "product_seq", sequenceName = "product_seq", allocationSize = 1)
    private @Nullable Long id;

    @Column(name = "seller_id", nullable = false)
    private long seller;

    @Column(name = "external_id")
    private @Nullable String externalId;

    @Column(name = "public_id")
    private @Nullable String publicId;

    @Column(nullable = false)
    private int access;

    /** The associated data of the encrypted secret, because every other attribute may change. */
    @Column(name = "secret_place", nullable = false, updatable = false)
    private UUID secretId = UUID.randomUUID();

    @Column(name = "secret")
    private byte @Nullable [] encryptedSecret;

    protected Product() {}

    Product(ProductDraft draft, Encryptor encryptor, Instant now) {
        super(now);
        apply(draft, encryptor, now);
    }

    /** Takes over the values of a draft that has passed {@link ProductDraft#check}. */
    final void apply(ProductDraft draft, Encryptor encryptor, Instant now) {
        seller = Objects.requireNonNull(draft.seller());
        externalId = draft.externalId();
        publicId = draft.publicId();
        access = draft.access();
        if (draft.secret().requested()) {
            String secret = draft.secret().secret();
            encryptedSecret = secret == null ? null : encryptor.encrypt(secret.getBytes(UTF_8), associatedData());
        }
        touch(now);
    }

    /** Returns the associated data of the secret. */
    byte[] associatedData() {
        return ("product.secret:" + secretId).getBytes(UTF_8);
    }

    ProductDraft asDraft() {
        return new ProductDraft(seller, externalId, publicId, access, SecretChange.NONE);
    }

    @Override
    public long id() {
        return Objects.requireNonNull(id, "a product has a key once it is stored");
    }

    byte @Nullable [] encryptedSecret() {
        return encryptedSecret;
    }

    /** Returns the primary key of the seller. */
    public long seller() {
        return seller;
    }

    public @Nullable String externalId() {
        return externalId;
    }

    public @Nullable String publicId() {
        return publicId;
    }

    public int access() {
        return access;
    }
}
