package org.solitude.buyer;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.solitude.persistence.OwnedEntity;

/**
 * A person who pays, identified by a uuid that the client chooses.
 *
 * <p>Drafts create and change a buyer; a PIN proves that the buyer is present. Closing a buyer removes all personal
 * data while the payments stay.
 */
@Entity
@Table(name = "buyer")
public class Buyer extends OwnedEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "buyer_seq")
    @SequenceGenerator(name = "buyer_seq", sequenceName = "buyer_seq", allocationSize = 1)
    private @Nullable Long id;

    @Column(nullable = false)
    private String uuid;

    @Column(nullable = false)
    private boolean active;

    @Column(name = "email")
    private byte @Nullable [] encryptedEmail;

    @Column(name = "email_hash")
    private @Nullable String emailHash;

    @Column
    private @Nullable String locale;

    @Column(nullable = false)
    private boolean authenticated;

    @Column(nullable = false)
    private boolean closed;

    @Embedded
    private BuyerPin pin = BuyerPin.none();

    protected Buyer() {}

    private Buyer(String uuid, Instant now) {
        super(now);
        this.uuid = uuid;
    }

    /** Creates a buyer from a draft. */
    static Buyer from(BuyerDraft draft, BuyerEmails emails, PinHasher hasher, Instant now) {
        Buyer buyer = new Buyer(Objects.requireNonNull(draft.uuid()), now);
        buyer.apply(draft, emails, hasher, now);
        return buyer;
    }

    /** Takes over the values of a draft that has passed {@link BuyerDraft#check}. */
    void apply(BuyerDraft draft, BuyerEmails emails, PinHasher hasher, Instant now) {
        uuid = Objects.requireNonNull(draft.uuid());
        active = draft.active();
        locale = draft.locale();
        authenticated = draft.authenticated();
        setEmail(draft.email(), emails);
        pin.apply(draft, hasher);
        touch(now);
    }

    /**
     * Checks a PIN. For a locked-out buyer the result is always false and nothing is checked, so further guesses reveal
     * nothing.
     */
    boolean checkPin(Predicate<BuyerPin> check, Instant now) {
        if (pin.isLockedOut(now)) {
            return false;
        }
        touch(now);
        return check.test(pin);
    }

    /** Removes everything that identifies the person. This cannot be undone. */
    void close(BuyerEmails emails, Instant now) {
        uuid = "closed:" + UUID.randomUUID();
        active = false;
        locale = null;
        setEmail(null, emails);
        pin = BuyerPin.none();
        closed = true;
        touch(now);
    }

    boolean isClosed() {
        return closed;
    }

    private void setEmail(@Nullable String email, BuyerEmails emails) {
        BuyerEmails.@Nullable EncryptedEmail encrypted = email == null ? null : emails.encrypt(email, uuid);
        encryptedEmail = encrypted == null ? null : encrypted.bytes();
        emailHash = encrypted == null ? null : encrypted.hash();
    }

    /** Returns the draft that would leave this buyer unchanged. */
    BuyerDraft asDraft(BuyerEmails emails) {
        return new BuyerDraft(
                uuid, active, emails.of(this), locale, authenticated, PinChange.NONE, PinChange.NONE, null, null);
    }

    @Override
    public long id() {
        return Objects.requireNonNull(id, "a buyer has a key once it is stored");
    }

    public String uuid() {
        return uuid;
    }

    public boolean isActive() {
        return active;
    }

    byte @Nullable [] encryptedEmail() {
        return encryptedEmail;
    }

    public @Nullable String locale() {
        return locale;
    }

    public boolean isAuthenticated() {
        return authenticated;
    }

    public BuyerPin pin() {
        return pin;
    }
}
