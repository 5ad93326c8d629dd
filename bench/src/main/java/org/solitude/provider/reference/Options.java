package org.solitude.provider.reference;

import java.net.URI;
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
public record Options(
        int port,
        String key,
        WebhookSignature signature,
        @Nullable URI noticesTo,
        Faults faults) {

    /** A free port, and secrets made for this occasion. */
    public static Options fresh(Faults faults) {
        return new Options(0, UUID.randomUUID().toString(), WebhookSignature.random(), null, faults);
    }

    @Override
    public String toString() {
        return "Options[port=" + port + ", noticesTo=" + noticesTo + ", " + faults + "]";
    }
}
