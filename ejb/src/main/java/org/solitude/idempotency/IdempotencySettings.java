package org.solitude.idempotency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.solitude.config.Setting;

/** Reads the settings of idempotency records. */
@ApplicationScoped
public class IdempotencySettings {

    /** The retention that the API promises. */
    private static final Duration MINIMUM_RETENTION = Duration.ofDays(1);

    @Inject
    @Setting(
            description =
                    "How long an idempotency key is stored after its first call. It is never deleted before its task "
                            + "has ended.",
            range = "`P1D` or more; enforced")
    @ConfigProperty(name = "solitude.idempotency.kept", defaultValue = "P1D")
    private Duration retention;

    @Inject
    @Setting(
            description =
                    "How long a repeated request waits for a first one that is still running. Then it is answered "
                            + "with 409.",
            range = "zero or more")
    @ConfigProperty(name = "solitude.idempotency.wait", defaultValue = "PT10S")
    private Duration maximumWait;

    @Inject
    @Setting(description = "How often a node looks for tasks and idempotency records to delete.", range = "above zero")
    @ConfigProperty(name = "solitude.delay.retention-round", defaultValue = "PT1M")
    private Duration interval;

    /**
     * Returns how long a record is retained after its first call.
     *
     * @throws IllegalArgumentException if that is shorter than the API promises; the message is for the operator
     */
    public Duration retention() {
        if (retention.compareTo(MINIMUM_RETENTION) < 0) {
            throw new IllegalArgumentException("SOLITUDE_IDEMPOTENCY_KEPT must be P1D or more");
        }
        return retention;
    }

    /** Returns the interval at which expired records are deleted: that of ended tasks. */
    public Duration interval() {
        return interval;
    }

    /** Returns how long a repeat waits for the response to the first call. */
    public Duration maximumWait() {
        return maximumWait;
    }
}
