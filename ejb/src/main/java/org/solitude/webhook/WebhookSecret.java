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

/** A secret that signs a client's webhooks. The server creates it, shows it once and stores it encrypted. */
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

    WebhookSecret(String owner, String plain, Encryptor encryptor, Instant now) {
        this.uuid = UUID.randomUUID();
        this.owner = owner;
        this.secret = encryptor.encrypt(plain.getBytes(UTF_8), associatedData());
        this.created = now;
    }

    /**
     * Lets a replaced secret sign until then, so that the receiver can change over. Never extends an earlier expiry.
     */
    void expireAt(Instant until) {
        if (expiresAt == null || expiresAt.isAfter(until)) {
            expiresAt = until;
        }
    }

    boolean isValidAt(Instant now) {
        return expiresAt == null || expiresAt.isAfter(now);
    }

    String plain(Encryptor encryptor) {
        return new String(encryptor.decrypt(secret, associatedData()), UTF_8);
    }

    /** Re-encrypts the secret if it was encrypted with an older key. */
    boolean reencrypt(Encryptor encryptor) {
        if (!encryptor.isOutdated(secret)) {
            return false;
        }
        secret = encryptor.encrypt(encryptor.decrypt(secret, associatedData()), associatedData());
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

    /** Returns when the secret stops signing; null while it has not been replaced. */
    public @Nullable Instant expiresAt() {
        return expiresAt;
    }
}
