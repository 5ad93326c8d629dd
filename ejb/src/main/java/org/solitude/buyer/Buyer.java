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
import org.solitude.persistence.VersionedEntity;

/**
 * The one who pays. A buyer comes to be under a uuid of the client's choosing, is changed by drafts, proves to be present
 * by a PIN, and may in the end be closed: then nothing tells any more who it was, while the payments stay.
 */
@Entity
@Table(name = "buyer")
public class Buyer extends VersionedEntity {

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

    /** A new buyer, as the draft has it. */
    static Buyer from(BuyerDraft draft, BuyerEmails emails, PinHasher hashes, Instant now) {
        Buyer buyer = new Buyer(Objects.requireNonNull(draft.uuid()), now);
        buyer.apply(draft, emails, hashes, now);
        return buyer;
    }

    /** Becomes what the draft, which keeps the rules, says. */
    void apply(BuyerDraft draft, BuyerEmails emails, PinHasher hashes, Instant now) {
        uuid = Objects.requireNonNull(draft.uuid());
        active = draft.active();
        locale = draft.locale();
        authenticated = draft.authenticated();
        setEmail(draft.email(), emails);
        pin.apply(draft, hashes);
        touch(now);
    }

    /** Somebody types a PIN. A locked-out buyer's guess is wrong without a look, so that guessing on tells nothing. */
    boolean checkPin(Predicate<BuyerPin> check, Instant now) {
        if (pin.isLockedOut(now)) {
            return false;
        }
        touch(now);
        return check.test(pin);
    }

    /** Ends this buyer's life as somebody: nothing here tells any more who it was. There is no way back. */
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
        BuyerEmails.@Nullable EncryptedEmail sealed = email == null ? null : emails.encrypt(email, uuid);
        encryptedEmail = sealed == null ? null : sealed.bytes();
        emailHash = sealed == null ? null : sealed.hash();
    }

    /** The buyer as a client could have said it. */
    BuyerDraft asDraft(BuyerEmails emails) {
        return new BuyerDraft(
                uuid, active, emails.of(this), locale, authenticated, PinChange.NONE, PinChange.NONE, null, null);
    }

    @Override
    public long id() {
        return Objects.requireNonNull(id, "a buyer has a key once it is kept");
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
