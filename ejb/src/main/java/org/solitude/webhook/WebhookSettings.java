package org.solitude.webhook;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.solitude.config.Setting;

/**
 * Settings of webhooks. Durations are ISO 8601 ({@code PT15S}); each setting {@code solitude.callback.x-y} can be set
 * in the environment as {@code SOLITUDE_CALLBACK_X_Y}. Only this class reads them.
 */
@ApplicationScoped
public class WebhookSettings {

    private static final int LEASE_TIMEOUTS = 3;

    @Inject
    @Setting(description = "Whether webhooks may use `http` as well as `https`. For development only.")
    @ConfigProperty(name = "solitude.callback.allow-http", defaultValue = "false")
    private boolean allowHttp;

    @Inject
    @Setting(
            description = "The ports that webhooks may call: `443,1024-65535`.",
            type = "list of ports",
            range = "ports and ranges of ports; enforced")
    @ConfigProperty(name = "solitude.callback.ports", defaultValue = "443,8443")
    private String ports;

    @Inject
    @Setting(
            description = "Addresses that webhooks may call although they are not public: `10.1.0.0/16,fd12::/32`.",
            type = "list of CIDR blocks",
            range = "addresses and blocks; enforced")
    @ConfigProperty(name = "solitude.callback.allowed-addresses")
    private Optional<List<String>> allowedAddresses;

    @Inject
    @Setting(
            description =
                    "The pauses between the attempts of a delivery. After the last attempt the delivery has failed.",
            range = "above zero each")
    @ConfigProperty(
            name = "solitude.callback.schedule",
            defaultValue = "PT5S,PT5M,PT30M,PT2H,PT5H,PT10H,PT14H,PT20H,PT24H")
    private List<Duration> retrySchedule;

    @Inject
    @Setting(
            description =
                    "How long a receiver may take for its whole response. Another node takes over the deliveries of a"
                            + " dead one after three times as long.",
            range = "above zero")
    @ConfigProperty(name = "solitude.callback.timeout", defaultValue = "PT20S")
    private Duration timeout;

    @Inject
    @Setting(
            description = "How many deliveries are sent at once; one client has at most half of them.",
            unit = "threads",
            range = "1 or more")
    @ConfigProperty(name = "solitude.callback.threads", defaultValue = "16")
    private int threads;

    @Inject
    @Setting(description = "How often a node looks for deliveries whose time has come.", range = "above zero")
    @ConfigProperty(name = "solitude.callback.round", defaultValue = "PT5S")
    private Duration interval;

    @Inject
    @Setting(description = "How long a replaced secret still signs, beside the new one.", range = "zero or more")
    @ConfigProperty(name = "solitude.callback.secret-overlap", defaultValue = "P1D")
    private Duration secretOverlap;

    @Inject
    @Setting(
            description = "The largest response body that a webhook carries. A larger one has to be fetched.",
            unit = "bytes",
            range = "0 or more")
    @ConfigProperty(name = "solitude.callback.content-size-max", defaultValue = "20480")
    private int contentSizeMax;

    /** Fails the start of the server, not the first request, if a setting is malformed. */
    @PostConstruct
    void check() {
        PortRanges.of(ports);
        addresses();
    }

    /** Returns whether {@code http} URLs are allowed, for development and tests. */
    public boolean allowHttp() {
        return allowHttp;
    }

    /** Returns the ports that may be called. */
    public PortRanges ports() {
        return PortRanges.of(ports);
    }

    /** Returns which addresses may be called: the public ones and those allowed in addition. */
    public AddressRules addresses() {
        return AddressRules.allowing(allowedAddresses.orElse(List.of()));
    }

    /** Returns the pauses between the attempts of a delivery; after the last it fails. */
    public List<Duration> retrySchedule() {
        return List.copyOf(retrySchedule);
    }

    /** Returns how long a receiver may take for its complete response. */
    public Duration timeout() {
        return timeout;
    }

    /**
     * Returns how long an attempt keeps others from the same delivery; after that, another node takes over from one
     * that stopped.
     */
    public Duration lease() {
        return timeout.multipliedBy(LEASE_TIMEOUTS);
    }

    /** Returns how many deliveries are sent concurrently. */
    public int threads() {
        return threads;
    }

    /** Returns how often the database is polled for due deliveries. */
    public Duration interval() {
        return interval;
    }

    /** Returns how long a secret still signs after it was replaced. */
    public Duration secretOverlap() {
        return secretOverlap;
    }

    /** Returns the largest response body that a webhook contains, in bytes. */
    public int contentSizeMax() {
        return contentSizeMax;
    }
}
