package org.solitude.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.solitude.config.Setting;

/**
 * Reads the settings of delayed requests.
 *
 * <p>Durations are ISO 8601 ({@code PT15S}). Each setting {@code solitude.delay.x-y} may be given in the environment as
 * {@code SOLITUDE_DELAY_X_Y}.
 */
@ApplicationScoped
public class TaskSettings {

    @Inject
    @Setting(
            description =
                    "The transaction of a write, delayed or not, is rolled back after this time. It must exceed the "
                            + "sum of the time-outs of the provider calls in one request.",
            range = "`PT1S` or more; reported")
    @ConfigProperty(name = "solitude.delay.transaction-timeout", defaultValue = "PT5M")
    private Duration transactionTimeout;

    @Inject
    @Setting(
            description = "How often a node renews the leases of the tasks it runs.",
            range = "at most half of `SOLITUDE_DELAY_LEASE`; reported")
    @ConfigProperty(name = "solitude.delay.heartbeat", defaultValue = "PT5S")
    private Duration heartbeat;

    @Inject
    @Setting(
            description =
                    "How long a lease lasts without renewal. The tasks that a node ran when it died run elsewhere "
                            + "within five seconds of its end.",
            range = "at least twice `SOLITUDE_DELAY_HEARTBEAT`; reported")
    @ConfigProperty(name = "solitude.delay.lease", defaultValue = "PT20S")
    private Duration lease;

    @Inject
    @Setting(
            description = "How often a node looks for tasks whose dispatch message was lost; also the age from which a "
                    + "message can count as lost.",
            range = "above zero")
    @ConfigProperty(name = "solitude.delay.sweep", defaultValue = "PT15S")
    private Duration recoveryInterval;

    @Inject
    @Setting(
            description =
                    "The size of the in-memory queue of messages that wait to be sent to the broker. Messages that do"
                            + " not fit are sent by the recovery of lost messages.",
            unit = "messages",
            range = "1 or more")
    @ConfigProperty(name = "solitude.delay.outbox-size", defaultValue = "10000")
    private int dispatchQueueSize;

    @Inject
    @Setting(
            description = "How many attempts a task has, the first included, where its client does not send "
                    + "`Solitude-Retries`. After the last one it is `dead`. With the defaults that is 5 to 9 hours"
                    + " after the first, so that a provider's outage of several hours kills no task.",
            unit = "attempts",
            range = "1 or more")
    @ConfigProperty(name = "solitude.delay.attempts", defaultValue = "64")
    private int attempts;

    @Inject
    @Setting(
            description = "The pause after the first failed attempt. It doubles with each further one.",
            range = "above zero; not above `SOLITUDE_DELAY_BACKOFF_MAX`; reported")
    @ConfigProperty(name = "solitude.delay.backoff", defaultValue = "PT2S")
    private Duration backoff;

    @Inject
    @Setting(
            description =
                    "The longest pause between attempts. A `Retry-After` of the failed response may ask for more and "
                            + "is honoured up to one day.",
            range = "not below `SOLITUDE_DELAY_BACKOFF`; reported")
    @ConfigProperty(name = "solitude.delay.backoff-max", defaultValue = "PT10M")
    private Duration backoffMax;

    @Inject
    @Setting(
            description =
                    "The largest number that a client may send in `Solitude-Retries`; a larger one is answered with "
                            + "400.",
            unit = "retries",
            range = "0 or more")
    @ConfigProperty(name = "solitude.delay.retries-max", defaultValue = "20")
    private int retriesMax;

    @Inject
    @Setting(
            description =
                    "How long a task that was made with a token may wait for its start. The rights of a token are "
                            + "not checked again, and it may have expired. A later `Solitude-Not-Before` or "
                            + "`Solitude-Expires` is a 400; a task that has not started by then expires (410).",
            range = "above zero, at most `P366D`")
    @ConfigProperty(name = "solitude.delay.token-wait-max", defaultValue = "P1D")
    private Duration tokenWaitMax;

    @Inject
    @Setting(
            description =
                    "How many tasks of one client may wait. A further delayed request is answered with 429. Tasks are"
                            + " counted once a second.",
            unit = "tasks",
            range = "1 or more")
    @ConfigProperty(name = "solitude.delay.waiting-max", defaultValue = "100000")
    private int waitingMax;

    @Inject
    @Setting(
            description = "How many tasks may wait in all. A further delayed request is answered with 503. Tasks are "
                    + "counted once a second.",
            unit = "tasks",
            range = "1 or more")
    @ConfigProperty(name = "solitude.delay.backlog-max", defaultValue = "1000000")
    private int backlogMax;

    @Inject
    @Setting(
            description = "The `Retry-After` of a `202`, and of a poll whose task has not ended.",
            range = "whole seconds, `PT1S` or more")
    @ConfigProperty(name = "solitude.delay.retry-after", defaultValue = "PT1S")
    private Duration retryAfter;

    @Inject
    @Setting(
            description = "The largest response body of a write. A write with a larger one is rolled back.",
            unit = "bytes",
            range = "1 or more")
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

    /** Returns how long a task of a token's subject may wait for its start. */
    public Duration tokenWaitMax() {
        return tokenWaitMax;
    }
}
