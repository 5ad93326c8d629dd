package org.solitude.idempotency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What an operator can change about keys. Only this class reads it. */
@ApplicationScoped
public class IdempotencySettings {

    /** What clients are promised. */
    private static final Duration MINIMUM_RETENTION = Duration.ofDays(1);

    @Inject
    @ConfigProperty(name = "solitude.idempotency.kept", defaultValue = "P1D")
    private Duration retention;

    @Inject
    @ConfigProperty(name = "solitude.idempotency.wait", defaultValue = "PT10S")
    private Duration maximumWait;

    @Inject
    @ConfigProperty(name = "solitude.delay.retention-round", defaultValue = "PT1M")
    private Duration interval;

    /**
     * How long a key is kept after its first call.
     *
     * @throws IllegalArgumentException with a sentence for the operator, where that is less than clients are promised
     */
    public Duration retention() {
        if (retention.compareTo(MINIMUM_RETENTION) < 0) {
            throw new IllegalArgumentException("SOLITUDE_IDEMPOTENCY_KEPT must be P1D or more");
        }
        return retention;
    }

    /** The pause between two looks for keys that may go: as for tasks. */
    public Duration interval() {
        return interval;
    }

    /** How long a repeat waits for the first call to be answered. */
    public Duration maximumWait() {
        return maximumWait;
    }
}
