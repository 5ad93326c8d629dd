package org.solitude.harness;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.solitude.testkit.client.SolitudeClient;

/** A client's name and secret. */
public record Login(String name, String secret) {

    /** The same server, as this client of it. */
    public SolitudeClient on(SolitudeClient server) {
        return server.as(name, secret);
    }

    /** The value of {@code Authorization}. */
    public String basic() {
        return "Basic " + Base64.getEncoder().encodeToString((name + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "Login[" + name + "]";
    }
}
