package org.solitude.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Reads the settings of delayed requests.
 *
 * <p>Durations are ISO 8601 ({@code PT15S}). Each setting {@code solitude.delay.x-y} may be given in the environment as
 * {@code SOLITUDE_DELAY_X_Y}.
 */
@ApplicationScoped
public class TaskSettings {

    @Inject
    @ConfigProperty(name = "solitude.delay.transaction-timeout", defaultValue = "PT5M")
    private Duration transactionTimeout;

    @Inject
    @ConfigProperty(name = "solitude.delay.heartbeat", defaultValue = "PT5S")
    private Duration heartbeat;

    @Inject
    @ConfigProperty(name = "solitude.delay.lease", defaultValue = "PT20S")
    private Duration lease;

    @Inject
    @ConfigProperty(name = "solitude.delay.sweep", defaultValue = "PT15S")
    private Duration recoveryInterval;

    @Inject
    @ConfigProperty(name = "solitude.delay.outbox-size", defaultValue = "10000")
    private int dispatchQueueSize;

    @Inject
    @ConfigProperty(name = "solitude.delay.attempts", defaultValue = "8")
    private int attempts;

    @Inject
    @ConfigProperty(name = "solitude.delay.backoff", defaultValue = "PT2S")
    private Duration backoff;

    @Inject
    @ConfigProperty(name = "solitude.delay.backoff-max", defaultValue = "PT10M")
    private Duration backoffMax;

    @Inject
    @ConfigProperty(name = "solitude.delay.retries-max", defaultValue = "20")
    private int retriesMax;

    @Inject
    @ConfigProperty(name = "solitude.delay.waiting-max", defaultValue = "100000")
    private int waitingMax;

    @Inject
    @ConfigProperty(name = "solitude.delay.backlog-max", defaultValue = "1000000")
    private int backlogMax;

    @Inject
    @ConfigProperty(name = "solitude.delay.retry-after", defaultValue = "PT1S")
    private Duration retryAfter;

    @Inject
    @ConfigProperty(name = "solitude.delay.response-size-max", defaultValue = "16777216")
    private int responseSizeMax;

    /**
     * Returns after how long the transaction of a replay is rolled back.
     *
     * <p>It should be longer than the sum of the provider timeouts in it.
     */
    public Duration transactionTimeout() {
        return transactionTimeout;
    }

    /** Returns the interval at which a node renews the leases of what it runs. */
    public Duration heartbeat() {
        return heartbeat;
    }

    /** Returns how long a lease lasts: several heartbeats, so that a missed one causes no second execution. */
    public Duration lease() {
        return lease;
    }

    /** Returns the interval of lost-message recovery; also the age from which a message may be lost. */
    public Duration recoveryInterval() {
        return recoveryInterval;
    }

    /** Returns how many messages may wait for the broker; lost-message recovery dispatches the others. */
    public int dispatchQueueSize() {
        return dispatchQueueSize;
    }

    /** Returns how often a task is attempted, the first attempt included. */
    public int attempts() {
        return attempts;
    }

    /** Returns the pause after the first failed attempt; it doubles with each attempt. */
    public Duration backoff() {
        return backoff;
    }

    /**
     * Returns the longest pause between attempts.
     *
     * <p>A longer {@code Retry-After} of a provider is honoured up to a day.
     */
    public Duration backoffMax() {
        return backoffMax;
    }

    /** Returns the largest value that a client may send in {@code Solitude-Retries}. */
    public int retriesMax() {
        return retriesMax;
    }

    /** Returns how many tasks of one client may be due or blocked. */
    public int waitingMax() {
        return waitingMax;
    }

    /** Returns how many tasks of all clients may be due or blocked. */
    public int backlogMax() {
        return backlogMax;
    }

    /** Returns the {@code Retry-After} of a poll for a task that has not ended. */
    public Duration retryAfter() {
        return retryAfter;
    }

    /** Returns the size in bytes of the largest response body that is stored. */
    public int responseSizeMax() {
        return responseSizeMax;
    }
}
