package org.solitude.payment.contradiction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.solitude.audit.AuditEvent;
import org.solitude.audit.AuditLog;
import org.solitude.caller.Caller;
import org.solitude.crypto.Encryptor;
import org.solitude.crypto.KeyedHash;
import org.solitude.paymenttransaction.PaymentTransaction;
import org.solitude.paymenttransaction.PaymentTransactionService;
import org.solitude.persistence.EntityStore;
import org.solitude.persistence.paging.AttributeFilter;
import org.solitude.persistence.paging.Page;
import org.solitude.persistence.paging.PageRequest;
import org.solitude.validation.RecordNotFoundException;
import org.solitude.validation.Violations;

/** Raises contradictions to operators, and lists and resolves them, in the transaction of the caller. */
@ApplicationScoped
public class ContradictionService {

    private static final Logger LOG = System.getLogger(ContradictionService.class.getName());
    private static final String PURPOSE = "contradiction.theirs";
    private static final int MAX_LENGTH = 1_000;

    @Inject
    private EntityStore store;

    @Inject
    private PaymentTransactionService paymentTransactions;

    @Inject
    private Encryptor encryptor;

    @Inject
    private KeyedHash hash;

    @Inject
    private AuditLog audit;

    @Inject
    private Clock clock;

    /**
     * Raises what a provider says about a payment. The same statement is counted, and opens nothing again that an
     * operator has resolved. Locks the payment, so that a concurrent statement is seen.
     *
     * @param ours what our books say, in words; never a secret
     * @param theirs what the provider says, in words without times, because each other text is another contradiction;
     *     stored encrypted and never logged
     */
    public Contradiction raise(ContradictionKind kind, PaymentTransaction payment, String ours, String theirs) {
        paymentTransactions.lock(payment.id());
        Optional<Contradiction> known = store
                .all(new AttributeFilter<>(Contradiction.class)
                        .where("transaction", payment.id())
                        .where("kind", kind)
                        .whereIn("theirsHash", hash.allOf(PURPOSE, theirs)))
                .stream()
                .findFirst();
        known.ifPresent(contradiction -> contradiction.repeat(clock.instant()));
        return known.orElseGet(() -> open(kind, payment, limited(ours), theirs));
    }

    private Contradiction open(ContradictionKind kind, PaymentTransaction payment, String ours, String theirs) {
        Contradiction contradiction = new Contradiction(
                payment, kind, ours, limited(theirs), hash.of(PURPOSE, theirs), encryptor, clock.instant());
        store.add(contradiction);
        LOG.log(
                Level.ERROR,
                "provider {0} contradicts transaction {1} ({2}), which is here: {3}. An operator must decide:"
                        + " /operations/contradictions/{4}/",
                payment.provider(),
                Long.toString(payment.id()),
                kind.word(),
                ours,
                Long.toString(contradiction.id()));
        return contradiction;
    }

    private static String limited(String text) {
        return text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text;
    }

    /** Lists contradictions, newest first. A null parameter does not filter. */
    public Page<Contradiction> list(
            @Nullable String provider, @Nullable Boolean resolved, @Nullable Long transaction, PageRequest slice) {
        return store.page(
                new AttributeFilter<>(Contradiction.class)
                        .where("provider", provider)
                        .where("transaction", transaction)
                        .where("resolved", resolved),
                slice);
    }

    public Contradiction get(long pk) {
        return store.find(Contradiction.class, pk).orElseThrow(() -> missing(pk));
    }

    /** Returns what the provider says. */
    public String theirs(Contradiction contradiction) {
        return contradiction.theirs(encryptor);
    }

    /**
     * Resolves a contradiction. This moves neither our transaction nor the provider's.
     *
     * @param reason required
     * @return empty if it is resolved already
     * @throws org.solitude.validation.InvalidFieldsException without a reason
     */
    public Optional<Contradiction> resolve(long pk, @Nullable String reason, Caller operator) {
        Contradiction contradiction = store.lock(Contradiction.class, pk).orElseThrow(() -> missing(pk));
        if (reason == null || reason.isBlank()) {
            Violations violations = new Violations();
            violations.required("reason");
            violations.throwIfAny();
        } else if (!contradiction.isResolved()) {
            contradiction.resolve(reason, operator.id(), clock.instant());
            store.save();
            audit.record(AuditEvent.of("resolved")
                    .with("client", operator.id())
                    .with("contradiction", pk)
                    .with("transaction", contradiction.transaction()));
            return Optional.of(contradiction);
        }
        return Optional.empty();
    }

    private static RecordNotFoundException missing(long pk) {
        return new RecordNotFoundException("There is no contradiction " + pk + ".");
    }
}
