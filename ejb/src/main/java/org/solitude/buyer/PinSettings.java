package org.solitude.buyer;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Settings of PINs ({@code SOLITUDE_PIN_FAILURES} and so on in the environment). */
@Dependent
public class PinSettings {

    @Inject
    @ConfigProperty(name = "solitude.pin.failures", defaultValue = "5")
    private int failures;

    @Inject
    @ConfigProperty(name = "solitude.pin.lockout", defaultValue = "PT5M")
    private Duration lockout;

    @Inject
    @ConfigProperty(name = "solitude.pin.iterations", defaultValue = "210000")
    private int iterations;

    /** Returns how many wrong PINs lock a buyer out, and for how long. */
    public PinLockout.Policy lockout() {
        return new PinLockout.Policy(failures, lockout);
    }

    /** Returns the number of PBKDF2 iterations for a new PIN. Stored hasher contain their own number. */
    public int iterations() {
        return iterations;
    }
}
