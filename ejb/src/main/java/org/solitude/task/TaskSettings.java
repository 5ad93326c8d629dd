package org.solitude.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What an operator can change about delayed requests. Durations are ISO 8601 ({@code PT15S}); each setting
 * {@code solitude.delay.x-y} may be given in the environment as {@code SOLITUDE_DELAY_X_Y}. Only this class reads them.
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

    /** After how long a replay's transaction is rolled back; above the sum of the provider time-outs in it. */
    public Duration transactionTimeout() {
        return transactionTimeout;
    }

    /** How often a node extends the leases of what it runs. */
    public Duration heartbeat() {
        return heartbeat;
    }

    /** How long a lease lasts; several heartbeats, so that one missed beat does not start a second execution. */
    public Duration lease() {
        return lease;
    }

    /** How often lost announcements are looked for; also the age from which one can be lost. */
    public Duration recoveryInterval() {
        return recoveryInterval;
    }

    /** How many announcements may wait for the broker; those beyond are left to the sweep. */
    public int dispatchQueueSize() {
        return dispatchQueueSize;
    }

    /** How often a task is tried, the first time included. */
    public int attempts() {
        return attempts;
    }

    /** The pause after the first failed attempt; it doubles with each. */
    public Duration backoff() {
        return backoff;
    }

    /** The longest pause between attempts, and the longest {@code Retry-After} of a provider that is honoured. */
    public Duration backoffMax() {
        return backoffMax;
    }

    /** The most that a client may ask for in {@code Solitude-Retries}. */
    public int retriesMax() {
        return retriesMax;
    }

    /** How many tasks of one client may wait. */
    public int waitingMax() {
        return waitingMax;
    }

    /** How many tasks may wait in all. */
    public int backlogMax() {
        return backlogMax;
    }

    /** What a poll is told in {@code Retry-After}. */
    public Duration retryAfter() {
        return retryAfter;
    }

    /** The largest response body that is kept, in bytes. */
    public int responseSizeMax() {
        return responseSizeMax;
    }
}
