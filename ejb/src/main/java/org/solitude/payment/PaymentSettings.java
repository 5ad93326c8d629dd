package org.solitude.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.solitude.config.Setting;

/** What an operator can change about payments ({@code SOLITUDE_PAYMENT_X_Y} in the environment). */
@ApplicationScoped
public class PaymentSettings {

    @Inject
    @Setting(description = "How often providers are asked about unresolved payments.", range = "above zero")
    @ConfigProperty(name = "solitude.payment.reconcile", defaultValue = "PT1M")
    private Duration reconcile;

    @Inject
    @Setting(
            description =
                    "A payment is unresolved, and its provider asked, when nothing was heard of it for this time.",
            range = "zero or more")
    @ConfigProperty(name = "solitude.payment.patience", defaultValue = "PT2M")
    private Duration unresolvedAfter;

    @Inject
    @Setting(
            description = "How far the timestamp of a provider's event may be from now, in the past or in the future.",
            range = "above zero")
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
