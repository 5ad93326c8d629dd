package org.solitude.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.solitude.health.HealthCheck;

/** Checks that settings which are valid by themselves also fit together. */
@ApplicationScoped
public class TaskSettingsCheck implements HealthCheck {

    private final TaskSettings settings;

    @Inject
    public TaskSettingsCheck(TaskSettings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "settings";
    }

    @Override
    public Optional<String> failure() {
        if (settings.lease().compareTo(settings.heartbeat().multipliedBy(2)) < 0) {
            return Optional.of("SOLITUDE_DELAY_LEASE must be at least twice SOLITUDE_DELAY_HEARTBEAT");
        }
        if (settings.backoffMax().compareTo(settings.backoff()) < 0) {
            return Optional.of("SOLITUDE_DELAY_BACKOFF_MAX must not be below SOLITUDE_DELAY_BACKOFF");
        }
        if (settings.transactionTimeout().compareTo(Duration.ofSeconds(1)) < 0) {
            return Optional.of("SOLITUDE_DELAY_TRANSACTION_TIMEOUT must be at least a second");
        }
        return Optional.empty();
    }
}
