package org.solitude.paymenttransaction;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.solitude.config.Setting;

/** Settings of transactions ({@code SOLITUDE_TRANSACTION_LOCK_DOWN} in the environment). */
@Dependent
public class PaymentTransactionSettings {

    @Inject
    @Setting(description = "The age at which a transaction can no longer be changed.", range = "above zero")
    @ConfigProperty(name = "solitude.transaction.lock-down", defaultValue = "P30D")
    private Duration lockDown;

    /** Returns how long after its creation a transaction can change. */
    public Duration lockDown() {
        return lockDown;
    }
}
