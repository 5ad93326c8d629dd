package org.solitude.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import org.solitude.provider.Provider;
import org.solitude.provider.ProviderException;
import org.solitude.provider.ProviderRegistry;
import org.solitude.proxy.ProxySettings;
import org.solitude.time.PeriodicTasks;

/**
 * Periodically asks providers for the status of unresolved payments: those of a server that stopped, those whose
 * response or event was lost, and those that never reached the provider. Never asks a provider to charge.
 */
@ApplicationScoped
public class PaymentReconciliation {

    private static final Logger LOG = System.getLogger(PaymentReconciliation.class.getName());
    private static final int BATCH = 100;
    private static final int MAX_MISSES = 5;

    @Inject
    private ProviderRegistry providers;

    @Inject
    private UnresolvedPayments unresolved;

    @Inject
    private PaymentInquiry inquiry;

    @Inject
    private PaymentSettings settings;

    @Inject
    private ProxySettings proxy;

    @Inject
    private PeriodicTasks periodicTasks;

    /** Interruptible, because a stopping server need not wait for a provider. */
    void start(@Observes Startup startup) {
        if (!proxy.isProxy() && !providers.all().isEmpty()) {
            periodicTasks.everyInterruptibly(settings.reconcile(), "payment reconciliation", this::reconcile);
        }
    }

    private void reconcile() {
        for (Provider provider : providers.all()) {
            try {
                reconcileBatch(provider);
            } catch (RuntimeException | Error e) {
                LOG.log(
                        Level.WARNING,
                        "the reconciliation with provider " + provider.name() + " failed; the next one tries again",
                        e);
            }
        }
    }

    /** Skips a payment for which the provider gives no answer, and stops after several such payments in a row. */
    private void reconcileBatch(Provider provider) {
        long last = Long.MIN_VALUE;
        int misses = 0;
        List<UnresolvedPayment> payments = unresolved.findAfter(provider, last, BATCH);
        while (!payments.isEmpty()) {
            for (UnresolvedPayment payment : payments) {
                misses = inquire(provider, payment) ? 0 : misses + 1;
                if (misses == MAX_MISSES) {
                    return;
                }
                last = payment.call();
            }
            payments = unresolved.findAfter(provider, last, BATCH);
        }
    }

    private boolean inquire(Provider provider, UnresolvedPayment payment) {
        try {
            inquiry.ask(provider, payment);
            return true;
        } catch (ProviderException noResponse) {
            LOG.log(
                    Level.INFO,
                    "transaction {0} is inquired later: {1}",
                    payment.transaction(),
                    noResponse.getMessage());
            return false;
        }
    }
}
