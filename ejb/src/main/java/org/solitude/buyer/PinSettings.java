package org.solitude.buyer;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.solitude.config.Setting;

/** Settings of PINs ({@code SOLITUDE_PIN_FAILURES} and so on in the environment). */
@Dependent
public class PinSettings {

    @Inject
    @Setting(
            description = "A buyer is locked after this number of wrong PINs in a row.",
            unit = "failures",
            range = "1 or more")
    @ConfigProperty(name = "solitude.pin.failures", defaultValue = "5")
    private int failures;

    @Inject
    @Setting(description = "How long a buyer is locked, from the last wrong PIN.", range = "above zero")
    @ConfigProperty(name = "solitude.pin.lockout", defaultValue = "PT5M")
    private Duration lockout;

    @Inject
    @Setting(
            description = "The cost of a PIN's hash (PBKDF2). It holds for new PINs; stored ones know their own.",
            unit = "iterations",
            range = "210000 or more, for security")
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
