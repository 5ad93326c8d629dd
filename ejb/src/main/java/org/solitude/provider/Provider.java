package org.solitude.provider;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * A payment provider as the operator configured it.
 *
 * @param name as it stands in our paths
 * @param base where its API begins, with a slash at the end
 * @param credentials ours, shown to it with every call
 * @param resources what of it may be reached
 * @param connectTimeout how long a connection may take
 * @param readTimeout how long a call may take in all, once there is a connection
 * @param callsAtOnce how many calls may be under way; beyond, it is too busy
 * @param circuitWindow how many of its last calls are looked at: where half of them failed, it is left alone
 * @param circuitDelay for how long
 * @param answerSizeMax the largest answer that is read, in bytes
 * @param errors what a status of the provider becomes, where it is not passed on as it is
 * @param notices whose signature its notices must bear
 */
public record Provider(
        String name,
        URI base,
        ProviderCredentials credentials,
        AllowedResources resources,
        Duration connectTimeout,
        Duration readTimeout,
        int callsAtOnce,
        int circuitWindow,
        Duration circuitDelay,
        int responseSizeMax,
        Map<Integer, Integer> errorMappings,
        ProviderEventSecrets eventSecrets) {

    /** Where its resources stand in our API. */
    public String path() {
        return "/provider/" + name + "/";
    }

    /** The absolute URI of what stands below its base. */
    URI uri(ProviderRequest request) {
        String query = request.query();
        return URI.create(base + request.path() + (query == null ? "" : "?" + query));
    }

    /** What our client is told where the provider said {@code status}. */
    public int mapStatus(int status) {
        return errorMappings.getOrDefault(status, status);
    }
}
