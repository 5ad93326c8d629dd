package org.solitude.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.solitude.crypto.Encryptor;

/** What a client's callbacks are signed with. Made here, shown once, sealed ever after. */
@Entity
@Table(name = "callback_secret")
public class WebhookSecret {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(nullable = false, updatable = false)
    private UUID uuid;

    @Column(nullable = false, updatable = false)
    private String owner;

    @Column(nullable = false)
    private byte[] secret;

    @Column(nullable = false, updatable = false)
    private Instant created;

    @Column(name = "expires_at")
    private @Nullable Instant expiresAt;

    protected WebhookSecret() {}

    WebhookSecret(String owner, String plain, Encryptor sealer, Instant now) {
        this.uuid = UUID.randomUUID();
        this.owner = owner;
        this.secret = sealer.encrypt(plain.getBytes(UTF_8), associatedData());
        this.created = now;
    }

    /** Another takes its place: it signs until then, so that the receiver can change over. */
    void expireAt(Instant until) {
        if (expiresAt == null || expiresAt.isAfter(until)) {
            expiresAt = until;
        }
    }

    boolean isValidAt(Instant now) {
        return expiresAt == null || expiresAt.isAfter(now);
    }

    String plain(Encryptor sealer) {
        return new String(sealer.decrypt(secret, associatedData()), UTF_8);
    }

    /** Seals it again where an older key had sealed it. */
    boolean reencrypt(Encryptor sealer) {
        if (!sealer.isOutdated(secret)) {
            return false;
        }
        secret = sealer.encrypt(sealer.decrypt(secret, associatedData()), associatedData());
        return true;
    }

    private byte[] associatedData() {
        return ("callback_secret.secret/" + uuid).getBytes(UTF_8);
    }

    public long id() {
        return Objects.requireNonNull(id);
    }

    public UUID uuid() {
        return uuid;
    }

    public String owner() {
        return owner;
    }

    public Instant created() {
        return created;
    }

    /** When it ceases to sign; null while nothing has replaced it. */
    public @Nullable Instant expiresAt() {
        return expiresAt;
    }
}
