package org.solitude.paymenttransaction;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.solitude.paymenttransaction.PaymentTransactionDraft.Changeable;
import org.solitude.validation.Violations;

/**
 * What a client may say of a transaction. Whether a provider's payment has ended, and its ids, are the provider's word;
 * and once the provider was asked to charge it, all but the notes is frozen.
 *
 * @param decidingProvider the provider whose word decides, null if it is the client's
 * @param asked whether the provider was asked
 */
public record ChangeRules(@Nullable String decidingProvider, boolean asked) {

    /** Returns the rules of a new transaction. */
    static ChangeRules ofNew(PaymentTransactionDraft draft) {
        return of(draft.provider(), draft.type(), false);
    }

    /** Returns the rules of a transaction as it is now. */
    static ChangeRules of(PaymentTransaction transaction, boolean asked) {
        return of(transaction.provider(), transaction.type(), asked);
    }

    private static ChangeRules of(@Nullable String provider, TransactionType type, boolean asked) {
        return new ChangeRules(asked || type == TransactionType.PAYMENT ? provider : null, asked);
    }

    /**
     * Adds the violations of a change.
     *
     * @throws PaymentFrozenException if the change is of a payment that its provider was asked to charge
     */
    public void check(Changeable before, Changeable wanted, Violations violations) {
        List<String> changed = changedFields(before, wanted);
        if (decidingProvider != null && asked && violations.isEmpty() && !changed.isEmpty()) {
            throw new PaymentFrozenException(decidingProvider, changed);
        }
        wanted.checkAfter(before, violations);
        checkProvidersWord(before, wanted, violations);
    }

    /** Adds a violation for each new value that only the provider can know. */
    void checkProvidersWord(Changeable before, Changeable wanted, Violations violations) {
        if (decidingProvider != null) {
            changedFields(before, wanted).stream()
                    .filter(field -> field.startsWith("uid_")
                            || field.equals("status") && wanted.status().isFinal())
                    .forEach(field -> violations.addFirst(
                            field,
                            "PROVIDER_DECIDES",
                            "Only what the provider " + decidingProvider + " reports sets this: pay at /provider/"
                                    + decidingProvider + "/transactions/."));
        }
    }

    private static List<String> changedFields(Changeable before, Changeable wanted) {
        Map<String, @Nullable String> then = before.byField();
        return wanted.byField().entrySet().stream()
                .filter(value -> !Objects.equals(value.getValue(), then.get(value.getKey())))
                .map(Map.Entry::getKey)
                .filter(field -> !field.equals("notes"))
                .toList();
    }
}
