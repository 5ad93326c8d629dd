package org.solitude.harness;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.solitude.testkit.client.SolitudeClient;

/** A client's name and secret. */
public record Login(String name, String secret) {

    /** Returns a client of the same server that sends this login. */
    public SolitudeClient on(SolitudeClient server) {
        return server.as(name, secret);
    }

    /** Returns the value of {@code Authorization}. */
    public String basic() {
        return "Basic " + Base64.getEncoder().encodeToString((name + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "Login[" + name + "]";
    }
}
