package org.solitude.webhook;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What an operator can change about callbacks. Durations are ISO 8601 ({@code PT15S}); each setting
 * {@code solitude.callback.x-y} may be given in the environment as {@code SOLITUDE_CALLBACK_X_Y}. Only this class reads
 * them.
 */
@ApplicationScoped
public class WebhookSettings {

    private static final int LEASE_TIMEOUTS = 3;

    @Inject
    @ConfigProperty(name = "solitude.callback.allow-http", defaultValue = "false")
    private boolean allowHttp;

    @Inject
    @ConfigProperty(name = "solitude.callback.ports", defaultValue = "443,8443")
    private String ports;

    @Inject
    @ConfigProperty(name = "solitude.callback.allowed-addresses")
    private Optional<List<String>> allowedAddresses;

    @Inject
    @ConfigProperty(
            name = "solitude.callback.schedule",
            defaultValue = "PT5S,PT5M,PT30M,PT2H,PT5H,PT10H,PT14H,PT20H,PT24H")
    private List<Duration> retrySchedule;

    @Inject
    @ConfigProperty(name = "solitude.callback.timeout", defaultValue = "PT20S")
    private Duration timeout;

    @Inject
    @ConfigProperty(name = "solitude.callback.threads", defaultValue = "16")
    private int threads;

    @Inject
    @ConfigProperty(name = "solitude.callback.round", defaultValue = "PT5S")
    private Duration interval;

    @Inject
    @ConfigProperty(name = "solitude.callback.secret-overlap", defaultValue = "P1D")
    private Duration secretOverlap;

    @Inject
    @ConfigProperty(name = "solitude.callback.content-size-max", defaultValue = "20480")
    private int contentSizeMax;

    /** What cannot be read is told when the server starts, not when the first client asks. */
    @PostConstruct
    void check() {
        PortRanges.of(ports);
        addresses();
    }

    /** Whether {@code http} is as good as {@code https}: for development and tests. */
    public boolean allowHttp() {
        return allowHttp;
    }

    /** The ports that may be called. */
    public PortRanges ports() {
        return PortRanges.of(ports);
    }

    /** Which addresses may be called: the public ones, and what is allowed besides. */
    public AddressRules addresses() {
        return AddressRules.allowing(allowedAddresses.orElse(List.of()));
    }

    /** The pauses between the attempts of a delivery; after the last it is given up. */
    public List<Duration> retrySchedule() {
        return List.copyOf(retrySchedule);
    }

    /** How long a receiver may take for all of its answer. */
    public Duration timeout() {
        return timeout;
    }

    /** How long an attempt keeps others from the same delivery: a node that dies in it is waited for so long. */
    public Duration lease() {
        return timeout.multipliedBy(LEASE_TIMEOUTS);
    }

    /** How many deliveries are made at once. */
    public int threads() {
        return threads;
    }

    /** How often due deliveries are looked for. */
    public Duration interval() {
        return interval;
    }

    /** How long a secret still signs after it was replaced. */
    public Duration secretOverlap() {
        return secretOverlap;
    }

    /** The largest body of a response that a callback carries, in bytes. */
    public int contentSizeMax() {
        return contentSizeMax;
    }
}
