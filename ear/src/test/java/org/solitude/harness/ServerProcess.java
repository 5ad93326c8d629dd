package org.solitude.harness;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jspecify.annotations.Nullable;
import org.solitude.server.ClientRegistry;
import org.solitude.server.PreparedServer;
import org.solitude.server.RunningServer;
import org.solitude.server.StartOptions;
import org.solitude.testkit.client.SolitudeClient;
import org.solitude.testkit.provider.ReferenceProvider;

/**
 * Runs a server in a process of its own, without Arquillian. A test can kill it without warning, like a power failure,
 * and start it again on the same data.
 */
public final class ServerProcess implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(3);
    private static final String OPERATOR = "operator";

    private final PreparedServer server;
    private final ClientLogins logins;
    private StartOptions options;
    private final Ports ports = Ports.free();
    private volatile @Nullable RunningServer running;

    /** Prepares the server in a directory of this name without starting it. */
    public ServerProcess(String name, TestDatabase database) {
        server = ServerDirectories.fresh(name);
        logins = new ClientLogins(
                ClientRegistry.ofPrepared(ServerDirectories.home(), server.base()), new ClientCreator(ports));
        Path ear = server.base().resolve("solitude.ear");
        ShippedEar.withProbes().as(ZipExporter.class).exportTo(ear.toFile(), true);
        server.deploy(ear);
        Map<String, String> variables = new HashMap<>(database.settings());
        variables.putAll(ports.settings());
        options = new StartOptions(TestSettings.asEnvironment(variables), List.of(), null);
        Runtime.getRuntime().addShutdownHook(new Thread(this::kill, "kills the server when the tests end"));
    }

    /** Connects its broker to other nodes' brokers at its next start; settings name their ports. */
    public void joinCluster() {
        server.connect();
    }

    /** Returns a client of its management interface; the server must run. */
    public ManagementClient management() {
        return new ManagementClient(ports.management());
    }

    /** Returns its ports, for tests that send what no HTTP client would. */
    public Ports ports() {
        return ports;
    }

    /** Returns the HTTPS port, which it opens when TLS is enabled. */
    public int httpsPort() {
        return ports.https();
    }

    /** Returns the port at which its broker accepts other nodes' brokers, once it has joined a cluster. */
    public int brokerPort() {
        return ports.broker();
    }

    /** Adds a setting for its next start to those that all tests' servers have. */
    public void set(String variable, String value) {
        options = options.with(variable, value);
    }

    /** Prepares a server with the payment provider {@code reference}, which sends its events to it. */
    public ServerProcess(String name, TestDatabase database, ReferenceProvider provider) {
        this(name, database);
        TestSettings.writeFiles(Map.of("solitude.provider.names", "reference"), server.base());
        TestSettings.writeFiles(TestSettings.of(provider), server.base());
        provider.sendEventsTo(ports.api().resolve("/provider/reference/notify/"));
    }

    /** Returns the login of {@link #client}. */
    public Login login() {
        return logins.tests();
    }

    /** Returns the login of another client. The first call creates it; the server must then run. */
    public Login login(String name) {
        return logins.of(name, "client");
    }

    public SolitudeClient client() {
        return logins.tests().on(anonymous());
    }

    /** Returns another client. The first call creates it; the server must then run. */
    public SolitudeClient client(String name) {
        return logins.shop(name).on(anonymous());
    }

    /** Returns another operator. The first call creates it; the server must then run. */
    public SolitudeClient operator(String name) {
        return logins.of(name, OPERATOR).on(anonymous());
    }

    /** Returns an operator. The first call creates it; the server must then run. */
    public SolitudeClient operator() {
        return logins.of(OPERATOR, OPERATOR).on(anonymous());
    }

    /** Returns a client that sends no credentials. */
    public SolitudeClient anonymous() {
        return SolitudeClient.at(ports.api()).recordedBy(RecordedExchanges::record);
    }

    /** Returns the directory of its configuration, data and log. */
    public Path directory() {
        return server.base();
    }

    /** Starts it without waiting until it is ready. */
    public void launch() {
        running = server.start(options);
    }

    /** Waits until its health check succeeds. */
    public void awaitUp() {
        RunningServer started = running;
        if (started != null) {
            started.awaitReady(START);
        }
    }

    public boolean isUp() {
        RunningServer started = running;
        return started != null && started.isAlive();
    }

    /** Sends SIGKILL: the server flushes and closes nothing. */
    public void kill() {
        RunningServer victim = running;
        if (victim != null) {
            victim.kill();
            running = null;
        }
    }

    /** Sends SIGTERM: the server may finish its running work. */
    public void stop() {
        RunningServer stopping = running;
        if (stopping != null) {
            stopping.close();
            running = null;
        }
    }

    /** Kills the server: after the test, its unfinished work does not matter. */
    @Override
    public void close() {
        kill();
    }
}
