package org.solitude.task.longpoll;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.solitude.config.Setting;

/**
 * Reads the settings of long polls; {@code solitude.wait.x} may be given in the environment as {@code SOLITUDE_WAIT_X}.
 */
@ApplicationScoped
public class LongPollSettings {

    @Inject
    @Setting(
            description = "The longest time that `Prefer: wait` holds a client, whatever it asks for.",
            range = "below `SOLITUDE_READ_MILLIS`, which would close the connection")
    @ConfigProperty(name = "solitude.wait.longest", defaultValue = "PT60S")
    private Duration maximumWait;

    @Inject
    @Setting(
            description =
                    "How many clients may wait on one node, for a task or for the first call with their idempotency"
                            + " key. Further ones are answered at once.",
            unit = "clients",
            range = "0 or more")
    @ConfigProperty(name = "solitude.wait.clients-max", defaultValue = "10000")
    private int maximumClients;

    @Inject
    @Setting(description = "Threads that answer clients whose wait is over.", unit = "threads", range = "1 or more")
    @ConfigProperty(name = "solitude.wait.threads", defaultValue = "8")
    private int threads;

    @Inject
    @Setting(
            description =
                    "How often a node asks the database, in one query each, which of the awaited tasks and calls have"
                            + " ended. It matters where no message told of the end, as between nodes that are not"
                            + " connected.",
            range = "above zero")
    @ConfigProperty(name = "solitude.wait.look", defaultValue = "PT1S")
    private Duration pollInterval;

    /**
     * Returns how long a client waits at most, whatever it asks for.
     *
     * <p>It must be shorter than the server's read timeout, which would close the connection.
     */
    public Duration maximumWait() {
        return maximumWait;
    }

    /** Returns how many clients may wait on this node; others are answered at once. */
    public int maximumClients() {
        return maximumClients;
    }

    /** Returns how many threads send the responses of clients that stop waiting. */
    public int threads() {
        return threads;
    }

    /** Returns the interval at which the rows of awaited tasks are polled; above zero. */
    public Duration pollInterval() {
        return pollInterval;
    }
}
