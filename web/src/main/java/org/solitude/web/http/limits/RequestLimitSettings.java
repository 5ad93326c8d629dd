package org.solitude.web.http.limits;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How large a request may be, in bytes, and how often one may poll. The server's own limits lie above these. */
@ApplicationScoped
public class RequestLimitSettings {

    @Inject
    @ConfigProperty(name = "solitude.request.body-size-max", defaultValue = "10485760")
    private long bodySize;

    @Inject
    @ConfigProperty(name = "solitude.request.header-size-max", defaultValue = "16384")
    private int headerSize;

    @Inject
    @ConfigProperty(name = "solitude.request.uri-size-max", defaultValue = "8000")
    private int uriSize;

    @Inject
    @ConfigProperty(name = "solitude.request.polls-per-second", defaultValue = "200")
    private int pollsPerSecond;

    @Inject
    @ConfigProperty(name = "solitude.request.poll-burst", defaultValue = "2000")
    private int pollBurst;

    /** The largest body. */
    public long bodySize() {
        return bodySize;
    }

    /** The largest sum of header names and values. */
    public int headerSize() {
        return headerSize;
    }

    /** The longest path with its query. */
    public int uriSize() {
        return uriSize;
    }

    /** How often a client may poll on average. */
    public int pollsPerSecond() {
        return pollsPerSecond;
    }

    /** How often a client may poll at once after a pause. */
    public int pollBurst() {
        return pollBurst;
    }
}
