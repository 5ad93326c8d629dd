package org.solitude.provider;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * A payment provider as the operator configured it.
 *
 * @param name in the paths of our API
 * @param base the URL of its API, with a slash at the end
 * @param credentials sent with every call
 * @param resources the resources that clients may reach
 * @param connectTimeout for opening a connection
 * @param readTimeout for the whole call, once connected
 * @param callsAtOnce the maximum number of concurrent calls of tasks; further calls fail at once
 * @param synchronousCallsAtOnce the same for synchronous reads, and again for synchronous writes
 * @param circuitWindow the number of recent calls that the circuit breaker looks at; it opens when half of them failed
 * @param circuitDelay how long the circuit stays open
 * @param responseSizeMax the largest response that is read, in bytes
 * @param errorMappings replaces a status of the provider by another for the client
 * @param eventSecrets that verify the signatures of its events
 */
public record Provider(
        String name,
        URI base,
        ProviderCredentials credentials,
        AllowedResources resources,
        Duration connectTimeout,
        Duration readTimeout,
        int callsAtOnce,
        int synchronousCallsAtOnce,
        int circuitWindow,
        Duration circuitDelay,
        int responseSizeMax,
        Map<Integer, Integer> errorMappings,
        ProviderEventSecrets eventSecrets) {

    /** Returns the path of its resources in our API. */
    public String path() {
        return "/provider/" + name + "/";
    }

    /** Returns after how long a call has ended, in whatever way. */
    public Duration callTimeout() {
        return connectTimeout.plus(readTimeout);
    }

    /** Returns the absolute URI of a request. */
    URI uri(ProviderRequest request) {
        String query = request.query();
        return URI.create(base + request.path() + (query == null ? "" : "?" + query));
    }

    /** Returns the status that the client receives if the provider answered {@code status}. */
    public int mapStatus(int status) {
        return errorMappings.getOrDefault(status, status);
    }
}
