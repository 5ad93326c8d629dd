package org.solitude.web.http.body;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.solitude.config.Setting;
import org.solitude.web.http.limits.RequestLimitSettings;

/**
 * Settings: how slowly bodies may arrive, how many at once, and how much memory they take. A request without a login
 * gets the smaller numbers.
 */
@ApplicationScoped
public class RequestBodySettings {

    @Inject
    private RequestLimitSettings limits;

    @Inject
    @Setting(
            description =
                    "How long any body may take to arrive. `SOLITUDE_REQUEST_BODY_RATE_MIN` adds to it; beyond the"
                            + " sum 408.",
            range = "above zero")
    @ConfigProperty(name = "solitude.request.body-grace", defaultValue = "PT10S")
    private Duration grace;

    @Inject
    @Setting(
            description =
                    "The least rate of a body: each time so many bytes have arrived, it may take one more second.",
            unit = "bytes per second",
            range = "1 or more")
    @ConfigProperty(name = "solitude.request.body-rate-min", defaultValue = "4096")
    private long rate;

    @Inject
    @Setting(
            description = "The longest time that a body may take to arrive, however large it is; beyond it 408.",
            range = "above zero")
    @ConfigProperty(name = "solitude.request.body-duration-max", defaultValue = "PT2M")
    private Duration duration;

    @Inject
    @Setting(
            description =
                    "The longest time that a body without a login (a provider's event) may take to arrive; beyond it 408.",
            range = "above zero")
    @ConfigProperty(name = "solitude.request.anonymous-body-duration-max", defaultValue = "PT10S")
    private Duration anonymousDuration;

    @Inject
    @Setting(
            description = "How many bodies of clients may be arriving at once on a node; more are answered with 503.",
            unit = "bodies",
            range = "1 or more")
    @ConfigProperty(name = "solitude.request.bodies-max", defaultValue = "1000")
    private int bodies;

    @Inject
    @Setting(
            description =
                    "How many bodies of one client may be arriving at once on a node; more are answered with 429.",
            unit = "bodies",
            range = "1 or more")
    @ConfigProperty(name = "solitude.request.bodies-per-client-max", defaultValue = "100")
    private int bodiesPerClient;

    @Inject
    @Setting(
            description =
                    "How many bodies without a login may be arriving at once on a node; more are answered with 503.",
            unit = "bodies",
            range = "1 or more")
    @ConfigProperty(name = "solitude.request.anonymous-bodies-max", defaultValue = "100")
    private int anonymousBodies;

    @Inject
    @Setting(
            description =
                    "How many bodies without a login may be arriving from one address; more are answered with 429.",
            unit = "bodies",
            range = "1 or more")
    @ConfigProperty(name = "solitude.request.anonymous-bodies-per-address-max", defaultValue = "20")
    private int anonymousBodiesPerAddress;

    @Inject
    @Setting(
            description =
                    "The memory for bodies of clients that are arriving or being processed on a node; beyond it 503.",
            unit = "bytes",
            range = "`SOLITUDE_REQUEST_BODY_SIZE_MAX` or more")
    @ConfigProperty(name = "solitude.request.body-memory-max", defaultValue = "67108864")
    private long memory;

    @Inject
    @Setting(
            description = "The memory for bodies without a login that are arriving or being processed; beyond it 503.",
            unit = "bytes",
            range = "`SOLITUDE_REQUEST_ANONYMOUS_BODY_SIZE_MAX` or more")
    @ConfigProperty(name = "solitude.request.anonymous-body-memory-max", defaultValue = "8388608")
    private long anonymousMemory;

    @Inject
    @Setting(
            description = "The largest body without a login; a larger one is answered with 413.",
            unit = "bytes",
            range = "1 or more")
    @ConfigProperty(name = "solitude.request.anonymous-body-size-max", defaultValue = "262144")
    private long anonymousSize;

    /** Returns the limits of all bodies whose senders have logged in. */
    BodyLimits ofClients() {
        return new BodyLimits(limits.bodySize(), memory, bodies, bodiesPerClient, new BodyPace(grace, rate, duration));
    }

    /** Returns the limits of all bodies without a login. */
    BodyLimits ofAnonymous() {
        return new BodyLimits(
                Math.min(anonymousSize, limits.bodySize()),
                anonymousMemory,
                anonymousBodies,
                anonymousBodiesPerAddress,
                new BodyPace(grace, rate, anonymousDuration));
    }
}
