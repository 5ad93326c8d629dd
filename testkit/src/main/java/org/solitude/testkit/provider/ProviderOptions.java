package org.solitude.testkit.provider;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The options of a reference provider.
 *
 * @param port the port on the loopback address; 0 for a free one
 * @param key the API key: {@code Authorization: Bearer key}, or Basic with the name {@code reference} and the key
 * @param signature the signature of its events
 * @param eventsTo the URL to which it sends events; null for none
 * @param faults the faults that it simulates
 */
public record ProviderOptions(
        int port,
        String key,
        EventSignature signature,
        @Nullable URI eventsTo,
        Faults faults) {

    /** Returns options with a free port and random secrets. */
    public static ProviderOptions fresh(Faults faults) {
        return new ProviderOptions(0, UUID.randomUUID().toString(), EventSignature.random(), null, faults);
    }

    /**
     * Parses the arguments of the command: {@code port=9090}, {@code notify=URL} and faults. Reads the secrets from
     * the environment variables {@code SOLITUDE_REFERENCE_KEY} and {@code SOLITUDE_REFERENCE_NOTICE_SECRET};
     * generates missing ones.
     */
    public static ProviderOptions of(String[] arguments, Map<String, String> environment) {
        Map<String, String> values = new HashMap<>();
        for (String argument : arguments) {
            String[] pair = argument.split("=", 2);
            if (pair.length < 2) {
                throw new IllegalArgumentException(argument + " must have the form name=value");
            }
            values.put(pair[0], pair[1]);
        }
        int port = Integer.parseInt(Optional.ofNullable(values.remove("port")).orElse("9090"));
        String notify = values.remove("notify");
        ProviderOptions fresh = fresh(Faults.of(values));
        String secret = environment.get("SOLITUDE_REFERENCE_NOTICE_SECRET");
        return new ProviderOptions(
                port,
                environment.getOrDefault("SOLITUDE_REFERENCE_KEY", fresh.key()),
                secret == null ? fresh.signature() : new EventSignature(secret),
                notify == null ? null : URI.create(notify),
                fresh.faults());
    }

    @Override
    public String toString() {
        return "ProviderOptions[port=" + port + ", eventsTo=" + eventsTo + ", " + faults + "]";
    }
}
