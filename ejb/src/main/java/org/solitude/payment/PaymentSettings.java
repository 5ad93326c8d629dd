package org.solitude.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.solitude.config.Setting;

/** Settings of payments ({@code SOLITUDE_PAYMENT_X_Y} in the environment). */
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
            description = "The longest time between two inquiries of one payment. The first comes after"
                    + " `SOLITUDE_PAYMENT_PATIENCE`, and the time doubles with each.",
            range = "above zero")
    @ConfigProperty(name = "solitude.payment.inquiry-backoff-max", defaultValue = "PT15M")
    private Duration inquiryBackoffMax;

    @Inject
    @Setting(
            description = "How many inquiries a node sends to one provider in one round, at most.",
            unit = "inquiries",
            range = "1 or more")
    @ConfigProperty(name = "solitude.payment.inquiries-per-round", defaultValue = "500")
    private int inquiriesPerRound;

    @Inject
    @Setting(
            description = "How far the timestamp of a provider's event may be from now, in the past or in the future.",
            range = "above zero")
    @ConfigProperty(name = "solitude.payment.notice-tolerance", defaultValue = "PT5M")
    private Duration eventTolerance;

    @Inject
    @Setting(description = "Whether a payment or refund without an `Idempotency-Key` is refused with 400.")
    @ConfigProperty(name = "solitude.payment.idempotency-key-required", defaultValue = "false")
    private boolean keyRequired;

    /** Returns whether a client must give each payment and refund an idempotency key. */
    public boolean isKeyRequired() {
        return keyRequired;
    }

    /** Returns how often providers are asked about unresolved payments. */
    public Duration reconcile() {
        return reconcile;
    }

    /** Returns how long a payment may stay unchanged before its provider is asked. */
    public Duration unresolvedAfter() {
        return unresolvedAfter;
    }

    /** Returns when a provider is asked about an open payment. */
    InquirySchedule inquiries(Clock clock) {
        return new InquirySchedule(
                unresolvedAfter,
                inquiryBackoffMax,
                () -> ThreadLocalRandom.current().nextDouble(),
                clock);
    }

    /** Returns how many inquiries are sent to one provider in one round, at most. */
    int inquiriesPerRound() {
        return inquiriesPerRound;
    }

    /** Returns how old, or how far ahead, the timestamp of an event may be. */
    public Duration eventTolerance() {
        return eventTolerance;
    }
}
