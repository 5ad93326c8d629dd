package org.solitude.harness;

import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.solitude.server.AdminLogin;
import org.solitude.testkit.client.SolitudeClient;
import org.solitude.testkit.provider.ReferenceProvider;

/**
 * Gives tests access to the shared server.
 *
 * @param directory its configuration, data and log
 * @param database its database
 * @param adminLogin login of its admin console
 * @param logins logins of its clients
 * @param issuer issuer of the tokens it accepts
 * @param scripted its payment providers {@code scripted} and {@code frail}, whose responses tests script
 * @param reference its payment provider {@code reference}, which behaves like a real one
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

    /** Returns the client {@code tests} of the running server. */
    public static SolitudeClient client() {
        return running().logins().tests().on(anonymous());
    }

    /** Returns another client of the running server; the first call creates it. */
    public static SolitudeClient client(String name) {
        return running().logins.shop(name).on(anonymous());
    }

    /** Returns a client with these roles; the first call with this name creates it. */
    public static SolitudeClient client(String name, String... roles) {
        return running().logins.of(name, roles).on(anonymous());
    }

    /** Returns an operator of the running server. */
    public static SolitudeClient operator() {
        return running().logins.of("operator", "operator").on(anonymous());
    }

    /** Returns a client that sends no credentials. */
    public static SolitudeClient anonymous() {
        return SolitudeClient.at(running().ports().api()).recordedBy(RecordedExchanges::record);
    }

    public static TestServer running() {
        return Objects.requireNonNull(running, "no server: is the test class annotated with @UsesSharedServer?");
    }
}
