package org.solitude.testkit.provider;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;

/** The status and the JSON body of a response of the provider. */
record ProviderReply(int status, JsonObject body) {

    static ProviderReply of(RefusedException refusal) {
        return new ProviderReply(
                refusal.status(),
                Json.createObjectBuilder()
                        .add("message", String.valueOf(refusal.getMessage()))
                        .build());
    }

    byte[] bytes() {
        return body.toString().getBytes(StandardCharsets.UTF_8);
    }
}
