package org.solitude.task.longpoll;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What an operator can change about clients that wait; {@code solitude.wait.x} may be given as {@code SOLITUDE_WAIT_X}. */
@ApplicationScoped
public class LongPollSettings {

    @Inject
    @ConfigProperty(name = "solitude.wait.longest", defaultValue = "PT60S")
    private Duration maximumWait;

    @Inject
    @ConfigProperty(name = "solitude.wait.clients-max", defaultValue = "10000")
    private int maximumClients;

    @Inject
    @ConfigProperty(name = "solitude.wait.threads", defaultValue = "8")
    private int threads;

    @Inject
    @ConfigProperty(name = "solitude.wait.look", defaultValue = "PT1S")
    private Duration pollInterval;

    /** The longest that a client is held, whatever it asks for; below the server's read time-out, which would cut it off. */
    public Duration maximumWait() {
        return maximumWait;
    }

    /** How many clients may wait on this node; those beyond are answered at once. */
    public int maximumClients() {
        return maximumClients;
    }

    /** How many threads answer those whose wait is over. */
    public int threads() {
        return threads;
    }

    /** How often the rows are looked at of tasks that are waited for; above zero. */
    public Duration pollInterval() {
        return pollInterval;
    }
}
