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
 * A server of our own in its own process, without Arquillian: it can be killed as power would kill it, and started again
 * on what is left.
 */
public final class ServerProcess implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(3);
    private static final String OPERATOR = "operator";

    private final PreparedServer server;
    private final ClientLogins logins;
    private StartOptions options;
    private final Ports ports = Ports.free();
    private volatile @Nullable RunningServer running;

    /** Prepares it below this name; it does not run yet. */
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
        Runtime.getRuntime().addShutdownHook(new Thread(this::kill, "no server outlives the tests"));
    }

    /** Connects its broker to those of other nodes, as settings say where they are. */
    public void joinCluster() {
        server.connect();
    }

    /** Its management interface, while it is up. */
    public ManagementClient management() {
        return new ManagementClient(ports.management());
    }

    /** Where it listens once TLS is turned on. */
    public int httpsPort() {
        return ports.https();
    }

    /** Where its broker listens for others once it is connected. */
    public int brokerPort() {
        return ports.broker();
    }

    /** A setting for its next start, besides those all tests' servers have. */
    public void set(String variable, String value) {
        options = options.with(variable, value);
    }

    /** As above, with this one as its payment provider {@code reference}, whose notices it gets. */
    public ServerProcess(String name, TestDatabase database, ReferenceProvider provider) {
        this(name, database);
        TestSettings.writeFiles(Map.of("solitude.provider.names", "reference"), server.base());
        TestSettings.writeFiles(TestSettings.of(provider), server.base());
        provider.sendEventsTo(ports.api().resolve("/provider/reference/notify/"));
    }

    /** The login of {@link #client}. */
    public Login login() {
        return logins.tests();
    }

    public SolitudeClient client() {
        return logins.tests().on(anonymous());
    }

    /** Another client of it; first to be asked for when it runs. */
    public SolitudeClient client(String name) {
        return logins.of(name, "client").on(anonymous());
    }

    /** Another operator of it; first to be asked for when it runs. */
    public SolitudeClient operator(String name) {
        return logins.of(name, OPERATOR).on(anonymous());
    }

    /** An operator of it; first to be asked for when it runs. */
    public SolitudeClient operator() {
        return logins.of(OPERATOR, OPERATOR).on(anonymous());
    }

    /** Someone who does not say who it is. */
    public SolitudeClient anonymous() {
        return SolitudeClient.at(ports.api()).recordedBy(RecordedExchanges::record);
    }

    /** Its own configuration, data and log. */
    public Path directory() {
        return server.base();
    }

    /** Starts it and does not wait. */
    public void launch() {
        running = server.start(options);
    }

    /** Waits until it answers as it should. */
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

    /** SIGKILL: nothing is flushed, closed or said. */
    public void kill() {
        RunningServer victim = running;
        if (victim != null) {
            victim.kill();
            running = null;
        }
    }

    /** SIGTERM: it may finish what it does. */
    public void stop() {
        RunningServer stopping = running;
        if (stopping != null) {
            stopping.close();
            running = null;
        }
    }

    /** The test is over, and what the server still has to do interests nobody. */
    @Override
    public void close() {
        kill();
    }
}
