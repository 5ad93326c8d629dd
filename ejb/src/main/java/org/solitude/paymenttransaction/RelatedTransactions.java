package org.solitude.paymenttransaction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.solitude.buyer.Buyer;
import org.solitude.persistence.EntityStore;
import org.solitude.persistence.UniqueKey;
import org.solitude.persistence.VersionedEntity;
import org.solitude.persistence.paging.AttributeFilter;
import org.solitude.product.Product;
import org.solitude.validation.Violations;

/** Checks what needs the database: that the records a transaction refers to exist, and that its uids are unique. */
@ApplicationScoped
public class RelatedTransactions {

    static final UniqueKey UUID_KEY = new UniqueKey(
            "transaction_uuid",
            "uuid",
            "TRANSACTION_UUID_ALREADY_EXISTS",
            "Another transaction has this uuid already.");

    static final UniqueKey UID_PAY = new UniqueKey(
            "transaction_uid_pay", "uid_pay", "UID_PAY_IS_NOT_UNIQUE", "Another transaction of this provider has it.");

    static final UniqueKey UID_SUPPORT = new UniqueKey(
            "transaction_uid_support",
            "uid_support",
            "UID_SUPPORT_IS_NOT_UNIQUE",
            "Another transaction of this provider has it.");

    @Inject
    private EntityStore store;

    @Inject
    private RefundRules refundRules;

    @Inject
    private PaymentProviders providers;

    /**
     * Checks a new transaction and returns its product.
     *
     * @throws org.solitude.validation.InvalidFieldsException with all violations
     */
    Product validateNew(PaymentTransactionDraft draft) {
        Violations violations = new Violations();
        Optional<Product> product = store.find(Product.class, Objects.requireNonNull(draft.product()));
        if (product.isEmpty()) {
            violations.doesNotExist("seller_product");
        }
        checkExists(Buyer.class, "buyer", draft.buyer(), violations);
        checkExists(PaymentTransaction.class, "related", draft.related(), violations);
        refundRules.checkNew(draft, violations);
        if (draft.uuid() != null && store.exists(transactions().where("uuid", draft.uuid()))) {
            UUID_KEY.addTo(violations);
        }
        if (draft.provider() != null && !providers.isConfigured(draft.provider())) {
            violations.addFirst("provider", "PROVIDER_UNKNOWN", "There is no such provider; send a configured name.");
        }
        checkUniqueUids(draft.provider(), draft.changes(), PaymentTransactionDraft.BLANK.changes(), violations);
        violations.throwIfAny();
        return product.orElseThrow();
    }

    /** Returns the transaction that a new one refunds or reverses. */
    Optional<PaymentTransaction> originalOf(PaymentTransactionDraft draft) {
        return Optional.ofNullable(draft.related()).flatMap(pk -> store.find(PaymentTransaction.class, pk));
    }

    /** Adds a violation for each uid that another transaction of this provider has. */
    void checkUniqueUids(
            @Nullable String provider,
            PaymentTransactionDraft.Changeable wanted,
            PaymentTransactionDraft.Changeable present,
            Violations violations) {
        checkUniqueUid(provider, "uidPay", wanted.uidPay(), present.uidPay(), UID_PAY, violations);
        checkUniqueUid(provider, "uidSupport", wanted.uidSupport(), present.uidSupport(), UID_SUPPORT, violations);
    }

    private void checkUniqueUid(
            @Nullable String provider,
            String attribute,
            @Nullable String wanted,
            @Nullable String present,
            UniqueKey key,
            Violations violations) {
        if (provider != null
                && wanted != null
                && !wanted.equals(present)
                && store.exists(transactions().where("provider", provider).where(attribute, wanted))) {
            key.addTo(violations);
        }
    }

    private void checkExists(
            Class<? extends VersionedEntity> type, String field, @Nullable Long key, Violations violations) {
        if (key != null && store.find(type, key).isEmpty()) {
            violations.doesNotExist(field);
        }
    }

    private static AttributeFilter<PaymentTransaction> transactions() {
        return new AttributeFilter<>(PaymentTransaction.class);
    }
}
