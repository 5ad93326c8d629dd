package org.solitude.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What an operator can change about payments ({@code SOLITUDE_PAYMENT_X_Y} in the environment). */
@ApplicationScoped
public class PaymentSettings {

    @Inject
    @ConfigProperty(name = "solitude.payment.reconcile", defaultValue = "PT1M")
    private Duration reconcile;

    @Inject
    @ConfigProperty(name = "solitude.payment.patience", defaultValue = "PT2M")
    private Duration unresolvedAfter;

    @Inject
    @ConfigProperty(name = "solitude.payment.notice-tolerance", defaultValue = "PT5M")
    private Duration eventTolerance;

    /** How often providers are asked about payments that hang. */
    public Duration reconcile() {
        return reconcile;
    }

    /** How long nothing may become of a payment before its provider is asked. */
    public Duration unresolvedAfter() {
        return unresolvedAfter;
    }

    /** How old (or how far ahead) a notice's timestamp may be. */
    public Duration eventTolerance() {
        return eventTolerance;
    }
}
