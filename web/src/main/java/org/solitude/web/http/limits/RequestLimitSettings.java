package org.solitude.web.http.limits;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.solitude.config.Setting;

/** Settings: the maximum sizes of a request, in bytes, and of the polling rate. WildFly's own limits are higher. */
@ApplicationScoped
public class RequestLimitSettings {

    @Inject
    @Setting(
            description = "The largest request body; a larger one is answered with 413.",
            unit = "bytes",
            range = "1 or more")
    @ConfigProperty(name = "solitude.request.body-size-max", defaultValue = "10485760")
    private long bodySize;

    @Inject
    @Setting(
            description = "The largest sum of header names and values; a larger one is answered with 431.",
            unit = "bytes",
            range = "below `SOLITUDE_MAX_HEADER_SIZE`")
    @ConfigProperty(name = "solitude.request.header-size-max", defaultValue = "16384")
    private int headerSize;

    @Inject
    @Setting(
            description = "The longest path with its query; a longer one is answered with 414.",
            unit = "characters",
            range = "1 or more")
    @ConfigProperty(name = "solitude.request.uri-size-max", defaultValue = "8000")
    private int uriSize;

    @Inject
    @Setting(
            description = "How often a client may poll on average; more is answered with 429.",
            unit = "polls per second",
            range = "1 or more")
    @ConfigProperty(name = "solitude.request.polls-per-second", defaultValue = "200")
    private int pollsPerSecond;

    @Inject
    @Setting(
            description = "How often a client may poll at once after a pause; more is answered with 429.",
            unit = "polls",
            range = "1 or more")
    @ConfigProperty(name = "solitude.request.poll-burst", defaultValue = "2000")
    private int pollBurst;

    /** Returns the maximum size of a body in bytes. */
    public long bodySize() {
        return bodySize;
    }

    /** Returns the maximum sum of all header names and values in bytes. */
    public int headerSize() {
        return headerSize;
    }

    /** Returns the maximum length of a path with its query in bytes. */
    public int uriSize() {
        return uriSize;
    }

    /** Returns how often a client may poll per second on average. */
    public int pollsPerSecond() {
        return pollsPerSecond;
    }

    /** Returns how many polls a client may send at once after a pause. */
    public int pollBurst() {
        return pollBurst;
    }
}
