package org.solitude.harness;

import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.solitude.server.AdminLogin;
import org.solitude.testkit.client.SolitudeClient;
import org.solitude.testkit.provider.ReferenceProvider;

/**
 * Where the shared server is, for the tests that talk to it.
 *
 * @param directory its own configuration, data and log
 * @param database under it
 * @param login of its admin console
 * @param logins of its clients
 * @param issuer whose tokens it believes
 * @param scripted which it takes for two payment providers that do what they are told
 * @param reference its payment provider that does what payment providers do
 */
public record TestServer(
        Ports ports,
        Path directory,
        TestDatabase database,
        AdminLogin adminLogin,
        ClientLogins logins,
        TokenIssuer issuer,
        ScriptedProvider scripted,
        ReferenceProvider reference) {
    private static @Nullable TestServer running;

    static void setRunning(TestServer server) {
        running = server;
    }

    /** A client of the running server. */
    public static SolitudeClient client() {
        return running().logins().tests().on(anonymous());
    }

    /** Another client of the running server, made at the first call. */
    public static SolitudeClient client(String name) {
        return running().logins.of(name, "client").on(anonymous());
    }

    /** An operator of the running server. */
    public static SolitudeClient operator() {
        return running().logins.of("operator", "operator").on(anonymous());
    }

    /** Someone who does not say who it is. */
    public static SolitudeClient anonymous() {
        return SolitudeClient.at(running().ports().api()).recordedBy(RecordedExchanges::record);
    }

    public static TestServer running() {
        return Objects.requireNonNull(running, "no server: is the test class annotated with @OnTheServer?");
    }
}
