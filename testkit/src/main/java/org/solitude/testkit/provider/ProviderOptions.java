package org.solitude.testkit.provider;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How the provider is set up.
 *
 * @param port on the loopback address; 0 is a free one
 * @param key who may ask: {@code Authorization: Bearer key}, or Basic with the name {@code reference} and the key
 * @param signature of its notices
 * @param noticesTo where notices go; without it there are none
 */
public record ProviderOptions(
        int port,
        String key,
        EventSignature signature,
        @Nullable URI eventsTo,
        Faults faults) {

    /** A free port, and secrets made for this occasion. */
    public static ProviderOptions fresh(Faults faults) {
        return new ProviderOptions(0, UUID.randomUUID().toString(), EventSignature.random(), null, faults);
    }

    /**
     * As the command is given them: {@code port=9090}, {@code notify=URL} and faults as arguments, {@code SOLITUDE_REFERENCE_KEY}
     * and {@code SOLITUDE_REFERENCE_NOTICE_SECRET} in the environment. What is not said is made for this occasion.
     */
    public static ProviderOptions of(String[] arguments, Map<String, String> environment) {
        Map<String, String> values = new HashMap<>();
        for (String argument : arguments) {
            String[] pair = argument.split("=", 2);
            if (pair.length < 2) {
                throw new IllegalArgumentException(argument + " is not of the form name=value");
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
        return "Options[port=" + port + ", noticesTo=" + eventsTo + ", " + faults + "]";
    }
}
