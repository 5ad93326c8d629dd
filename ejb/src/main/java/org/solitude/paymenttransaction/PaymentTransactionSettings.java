package org.solitude.paymenttransaction;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.solitude.config.Setting;

/** What an operator can change about transactions ({@code SOLITUDE_TRANSACTION_LOCK_DOWN} in the environment). */
@Dependent
public class PaymentTransactionSettings {

    @Inject
    @Setting(description = "The age at which a transaction can no longer be changed.", range = "above zero")
    @ConfigProperty(name = "solitude.transaction.lock-down", defaultValue = "P30D")
    private Duration lockDown;

    /** How long after its creation a transaction may change. */
    public Duration lockDown() {
        return lockDown;
    }
}
