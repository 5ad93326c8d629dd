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
 * What clients' callbacks are signed with: one secret each, and for a while the one before it. All in the transaction of
 * the caller.
 */
@ApplicationScoped
public class WebhookSecrets {

    /** The standard asks for 24 to 64. */
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
     * A secret that was made just now.
     *
     * @param plain as it is shown this once, {@code whsec_…}
     */
    public record NewSecret(WebhookSecret secret, String plain) {}

    /** Makes the caller a new secret. The one it had signs for a while longer, those before that no more. */
    public NewSecret create(Caller caller) {
        Instant now = clock.instant();
        List<WebhookSecret> before = findByOwner(caller.id());
        before.stream().skip(1).forEach(entities::remove);
        before.stream().findFirst().ifPresent(last -> last.expireAt(now.plus(settings.secretOverlap())));
        byte[] key = new byte[SECRET_BYTES];
        random.nextBytes(key);
        String plain =
                StandardWebhookSignature.SECRET_PREFIX + Base64.getEncoder().encodeToString(key);
        WebhookSecret secret = new WebhookSecret(caller.id(), plain, encryptor, now);
        entities.persist(secret);
        return new NewSecret(secret, plain);
    }

    /** The caller's, an operator's view of everybody's; newest first. */
    public Page<WebhookSecret> list(Caller caller, PageRequest slice) {
        return new AttributeFilter<>(WebhookSecret.class)
                .where("owner", caller.isOperator() ? null : caller.id())
                .page(entities, slice);
    }

    /** Signs with it no more, from this moment. */
    public void remove(UUID uuid, Caller caller) {
        WebhookSecret secret = new AttributeFilter<>(WebhookSecret.class)
                .where("uuid", uuid).all(entities).stream()
                        .filter(found -> caller.maySee(found.owner()))
                        .findFirst()
                        .orElseThrow(() -> new RecordNotFoundException("There is no such secret."));
        entities.remove(secret);
    }

    /** Deletes those that another has replaced, and that sign no more; in a transaction of its own. */
    void deleteExpired() {
        List<Long> over = entities.createQuery("select s.id from WebhookSecret s where s.expiresAt <= :now", Long.class)
                .setParameter("now", clock.instant())
                .setMaxResults(DELETE_BATCH)
                .getResultList();
        if (!over.isEmpty()) {
            transactions.inNewTransaction(
                    () -> entities.createQuery("delete from WebhookSecret s where s.id in (:over)")
                            .setParameter("over", over)
                            .executeUpdate());
        }
    }

    /** Whether the owner's callbacks can be signed. */
    boolean canSignFor(String owner) {
        Instant now = clock.instant();
        return findByOwner(owner).stream().anyMatch(secret -> secret.isValidAt(now));
    }

    /** What the owner's callbacks are signed with now, as it was shown. */
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
