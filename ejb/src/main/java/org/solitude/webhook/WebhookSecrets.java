package org.solitude.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.solitude.caller.Caller;
import org.solitude.crypto.Encryptor;
import org.solitude.crypto.StandardWebhookSignature;
import org.solitude.persistence.jta.Transactions;
import org.solitude.persistence.paging.AttributeFilter;
import org.solitude.persistence.paging.Page;
import org.solitude.persistence.paging.PageRequest;
import org.solitude.validation.RecordNotFoundException;

/**
 * Creates, lists and deletes the secrets that sign clients' webhooks. A client has one, and for a while its
 * predecessor. Works in the transaction of the caller.
 */
@ApplicationScoped
public class WebhookSecrets {

    /** Standard Webhooks asks for 24 to 64. */
    private static final int SECRET_BYTES = 32;

    private static final int MAX_SIGNING = 2;
    private static final int DELETE_BATCH = 100;

    private final SecureRandom random = new SecureRandom();

    @PersistenceContext(unitName = "solitude")
    private EntityManager entities;

    @Inject
    private Encryptor encryptor;

    @Inject
    private Transactions transactions;

    @Inject
    private WebhookSettings settings;

    @Inject
    private Clock clock;

    /**
     * A secret that was just created.
     *
     * @param plain the text that is shown this once, {@code whsec_…}
     */
    public record NewSecret(WebhookSecret secret, String plain) {}

    /** Creates a secret for the caller. Its last secret signs for a while longer; older ones are deleted. */
    public NewSecret create(Caller caller) {
        Instant now = clock.instant();
        List<WebhookSecret> previous = findByOwner(caller.id());
        previous.stream().skip(1).forEach(entities::remove);
        previous.stream().findFirst().ifPresent(last -> last.expireAt(now.plus(settings.secretOverlap())));
        byte[] key = new byte[SECRET_BYTES];
        random.nextBytes(key);
        String plain =
                StandardWebhookSignature.SECRET_PREFIX + Base64.getEncoder().encodeToString(key);
        WebhookSecret secret = new WebhookSecret(caller.id(), plain, encryptor, now);
        entities.persist(secret);
        return new NewSecret(secret, plain);
    }

    /** Lists the caller's secrets, or everyone's for an operator, newest first. */
    public Page<WebhookSecret> list(Caller caller, PageRequest slice) {
        return new AttributeFilter<>(WebhookSecret.class)
                .where("owner", caller.isOperator() ? null : caller.id())
                .page(entities, slice);
    }

    /** Deletes a secret. It stops signing at once. */
    public void remove(UUID uuid, Caller caller) {
        WebhookSecret secret = new AttributeFilter<>(WebhookSecret.class)
                .where("uuid", uuid).all(entities).stream()
                        .filter(found -> caller.maySee(found.owner()))
                        .findFirst()
                        .orElseThrow(() -> new RecordNotFoundException("There is no such secret."));
        entities.remove(secret);
    }

    /** Deletes secrets whose overlap has ended, in a transaction of its own. */
    void deleteExpired() {
        List<Long> expired = entities.createQuery(
                        "select s.id from WebhookSecret s where s.expiresAt <= :now", Long.class)
                .setParameter("now", clock.instant())
                .setMaxResults(DELETE_BATCH)
                .getResultList();
        if (!expired.isEmpty()) {
            transactions.inNewTransaction(
                    () -> entities.createQuery("delete from WebhookSecret s where s.id in (:expired)")
                            .setParameter("expired", expired)
                            .executeUpdate());
        }
    }

    /** Returns whether the owner has a secret to sign with. */
    boolean canSignFor(String owner) {
        Instant now = clock.instant();
        return findByOwner(owner).stream().anyMatch(secret -> secret.isValidAt(now));
    }

    /** Returns the secrets that sign the owner's webhooks now, in text. */
    List<String> signingSecrets(String owner) {
        Instant now = clock.instant();
        return findByOwner(owner).stream()
                .filter(secret -> secret.isValidAt(now))
                .limit(MAX_SIGNING)
                .map(secret -> secret.plain(encryptor))
                .toList();
    }

    private List<WebhookSecret> findByOwner(String owner) {
        return entities.createQuery(
                        "select s from WebhookSecret s where s.owner = :owner order by s.owner, s.id desc",
                        WebhookSecret.class)
                .setParameter("owner", owner)
                .getResultList();
    }
}
