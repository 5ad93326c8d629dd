package org.solitude.provider;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import javax.management.JMException;
import javax.management.ObjectName;
import org.eclipse.microprofile.config.Config;
import org.solitude.config.Setting;
import org.solitude.proxy.ProxySettings;

/**
 * How many HTTP threads of this node may wait for providers at once. The others keep serving what needs no provider:
 * polls, tasks, health.
 *
 * @param total the most synchronous calls of all providers
 * @param divided whether the reads of each provider, its writes and each client get a part of them only; a proxy, whose
 *     only client is a server with limits of its own, does not divide them
 */
record HttpThreadShare(int total, boolean divided) {

    @Setting(
            description =
                    "How many synchronous calls of all providers may run on a node at once, those of one client up to"
                            + " half of them. Further ones are answered with 503. Each holds an HTTP thread, so it must"
                            + " be below `SOLITUDE_HTTP_THREADS`.",
            type = "integer",
            unit = "calls",
            range = "1 or more, below `SOLITUDE_HTTP_THREADS`; enforced",
            defaultText = "three quarters of `SOLITUDE_HTTP_THREADS`")
    static final String SYNCHRONOUS_CALLS = "solitude.provider.synchronous-calls";

    private static final Logger LOG = System.getLogger(HttpThreadShare.class.getName());
    private static final String WORKER = "org.xnio:type=Xnio,provider=\"nio\",worker=\"default\"";
    private static final int DEFAULT_THREADS = 64;

    /**
     * Reads the setting and the number of HTTP threads of this server.
     *
     * @throws IllegalStateException with a sentence for the operator
     */
    static HttpThreadShare read(Config config, ProxySettings proxy) {
        return of(config.getOptionalValue(SYNCHRONOUS_CALLS, Integer.class), httpThreads(), !proxy.isProxy());
    }

    static HttpThreadShare of(Optional<Integer> configured, int threads, boolean divided) {
        int total = configured.orElse(Math.max(1, threads * 3 / 4));
        if (total < 1 || (configured.isPresent() && total >= threads)) {
            throw new IllegalStateException(SYNCHRONOUS_CALLS + ": it must be above zero and below the " + threads
                    + " HTTP threads (SOLITUDE_HTTP_THREADS)");
        }
        return new HttpThreadShare(total, divided);
    }

    /** Returns the share of each provider's reads, and of its writes, unless the operator configures another. */
    int perProvider() {
        return part(total);
    }

    /** Returns what one client may take of so many calls. */
    int perClient(int calls) {
        return part(calls);
    }

    private int part(int calls) {
        return divided ? (calls + 1) / 2 : calls;
    }

    private static int httpThreads() {
        try {
            Object threads = ManagementFactory.getPlatformMBeanServer()
                    .getAttribute(new ObjectName(WORKER), "MaxWorkerPoolSize");
            return ((Number) threads).intValue();
        } catch (JMException e) {
            LOG.log(Level.WARNING, "cannot tell the number of HTTP threads; " + DEFAULT_THREADS + " are assumed", e);
            return DEFAULT_THREADS;
        }
    }
}
