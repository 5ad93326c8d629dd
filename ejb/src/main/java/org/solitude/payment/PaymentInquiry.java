package org.solitude.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.solitude.paymenttransaction.TransactionStatus;
import org.solitude.provider.Provider;

/** Asks a provider for the status of a payment, by the uuid of our transaction. */
@ApplicationScoped
class PaymentInquiry {

    private static final PaymentUpdate NEVER_CHARGED = PaymentUpdate.failed(
            "The provider was never reached: it does not know this payment, and nothing was charged.");
    private static final PaymentUpdate NEVER_REFUNDED = PaymentUpdate.failed(
            "The provider was never reached: it does not know this refund, and nothing was refunded.");

    @Inject
    private PaymentLookup lookup;

    @Inject
    private UnresolvedPayments unresolved;

    /**
     * Asks the provider and applies its report.
     *
     * @throws org.solitude.provider.ProviderException if it does not answer, or not in a way that tells
     */
    void ask(Provider provider, UnresolvedPayment payment) {
        boolean abandoned = unresolved.isAbandoned(provider, payment);
        Optional<PaymentUpdate> update = lookup.find(provider, payment.collection(), payment.uuid());
        if (update.isPresent()) {
            unresolved.update(provider, payment, update.get());
        } else if (payment.status() == TransactionStatus.RECEIVED && !payment.answered()) {
            if (abandoned) {
                unresolved.close(
                        payment,
                        payment.collection().equals(ProviderCollection.PAYMENTS) ? NEVER_CHARGED : NEVER_REFUNDED);
            }
        } else {
            unresolved.raiseForgotten(payment);
        }
    }
}
