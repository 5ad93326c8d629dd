package org.solitude.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.solitude.provider.Provider;
import org.solitude.provider.ProviderException;
import org.solitude.provider.ProviderRegistry;
import org.solitude.proxy.ProxySettings;
import org.solitude.time.PeriodicTasks;

/**
 * Periodically asks providers for the status of unresolved payments and refunds: those of a server that stopped, those
 * whose response or event was lost, and those that never reached the provider. Never asks a provider to charge or to
 * refund. Each provider has its own rounds, so that a slow one delays no other.
 */
@ApplicationScoped
public class PaymentReconciliation {

    private static final Logger LOG = System.getLogger(PaymentReconciliation.class.getName());
    private static final int MAX_MISSES = 5;

    /** What became of one inquiry. */
    private enum Outcome {
        ANSWERED,
        NO_ANSWER,
        NOT_SENT
    }

    @Inject
    private ProviderRegistry providers;

    @Inject
    private InquiryQueue queue;

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
        if (!proxy.isProxy()) {
            providers
                    .all()
                    .forEach(provider -> periodicTasks.everyInterruptibly(
                            settings.reconcile(),
                            "reconciliation with provider " + provider.name(),
                            () -> reconcile(provider)));
        }
    }

    /**
     * Inquires the payments that are due, the longest due first. A payment without an answer waits longer than before,
     * so that it cannot starve others; several in a row end the round, because the provider is down.
     */
    private void reconcile(Provider provider) {
        queue.retireEnded(provider);
        int misses = 0;
        for (int inquiries = 0; inquiries < settings.inquiriesPerRound() && misses < MAX_MISSES; inquiries++) {
            Optional<UnresolvedPayment> payment = queue.claim(provider);
            if (payment.isEmpty()) {
                return;
            }
            switch (inquire(provider, payment.get())) {
                case ANSWERED -> misses = 0;
                case NO_ANSWER -> misses++;
                case NOT_SENT -> {
                    return;
                }
            }
        }
    }

    private Outcome inquire(Provider provider, UnresolvedPayment payment) {
        try {
            inquiry.ask(provider, payment);
            queue.release(payment);
            return Outcome.ANSWERED;
        } catch (ProviderException noResponse) {
            LOG.log(
                    Level.INFO,
                    "transaction {0} is inquired later: {1}",
                    Long.toString(payment.transaction()),
                    noResponse.getMessage());
            if (noResponse.wasSent()) {
                queue.release(payment);
                return Outcome.NO_ANSWER;
            }
            queue.postpone(payment, Objects.requireNonNullElse(noResponse.retryAfter(), Duration.ZERO));
            return Outcome.NOT_SENT;
        }
    }
}
