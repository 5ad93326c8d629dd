package org.solitude.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.solitude.paymenttransaction.PaymentProviders;
import org.solitude.provider.ProviderRegistry;

/** Knows the configured providers, and from the journal which payments they were asked about. */
@ApplicationScoped
class JournaledPaymentProviders implements PaymentProviders {

    @Inject
    private ProviderRegistry providers;

    @Inject
    private ChargeJournal chargeJournal;

    @Override
    public boolean isConfigured(String name) {
        return providers.find(name).isPresent();
    }

    @Override
    public boolean wereAskedAbout(long transaction) {
        return chargeJournal.hasCallFor(transaction);
    }
}
