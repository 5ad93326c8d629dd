package org.solitude.harness;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.spi.Container;
import org.jboss.arquillian.container.spi.ContainerRegistry;
import org.jboss.arquillian.container.spi.client.container.DeploymentException;
import org.jboss.arquillian.container.spi.event.container.AfterStart;
import org.jboss.arquillian.container.spi.event.container.AfterStop;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jspecify.annotations.Nullable;
import org.solitude.server.AdminLogin;
import org.solitude.server.ClientRegistry;
import org.solitude.server.PreparedServer;
import org.solitude.testkit.provider.Faults;
import org.solitude.testkit.provider.ReferenceProvider;

/** Configures the shared server before its start, deploys the EAR after it, and closes its database after its stop. */
final class SharedServer {
    private final TokenIssuer issuer = TokenIssuer.of("https://issuer.example", "key-1");
    private final ScriptedProvider scripted = new ScriptedProvider();
    private final ReferenceProvider reference = ReferenceProvider.start(Faults.none());
    private @Nullable TestDatabase database;

    /** Prepares a server directory, free ports and a database before the start. */
    void prepare(@Observes ContainerRegistry registry) {
        database = TestDatabase.create("shared");
        Ports ports = Ports.free();
        PreparedServer server = ServerDirectories.fresh("server");
        AdminLogin login = AdminLogin.loadOrCreate(server.base().resolve("admin-login.properties"));
        server.admit(login);
        TestSettings.writeFiles(Map.of("solitude.provider.names", "scripted,frail,reference"), server.base());
        TestSettings.writeFiles(scripted.settings(), server.base());
        TestSettings.writeFiles(TestSettings.of(reference), server.base());
        reference.sendEventsTo(ports.api().resolve("/provider/reference/notify/"));
        String arguments = String.join(" ", directories(server.base())) + " "
                + String.join(" ", settings(ports, database, issuer));
        for (Container container : registry.getContainers()) {
            container
                    .getContainerConfiguration()
                    .overrideProperty(
                            "jbossHome", ServerDirectories.home().path().toString())
                    .overrideProperty("serverConfig", PreparedServer.CONFIGURATION)
                    .overrideProperty("managementPort", Integer.toString(ports.management()))
                    .overrideProperty("jbossArguments", arguments);
        }
        ClientRegistry.ofPrepared(ServerDirectories.home(), server.base()).trust(issuer.keyId(), issuer.publicKey());
        ClientLogins logins = new ClientLogins(
                ClientRegistry.ofRunning(ServerDirectories.home(), "127.0.0.1", ports.management()),
                new ClientCreator(ports));
        TestServer.setRunning(
                new TestServer(ports, server.base(), database, login, logins, issuer, scripted, reference));
    }

    void deploy(@Observes AfterStart started) throws DeploymentException {
        started.getDeployableContainer().deploy(ShippedEar.withProbes());
    }

    void close(@Observes AfterStop stopped) {
        scripted.close();
        reference.close();
        if (database != null) {
            database.close();
        }
    }

    /** Overrides the directories: the container names the same for all servers of a home, and the last option wins. */
    private static List<String> directories(Path base) {
        return List.of(
                "-Djboss.server.base.dir=" + base,
                "-Djboss.server.config.dir=" + base.resolve("configuration"),
                "-Djboss.server.log.dir=" + base.resolve("log"));
    }

    private static List<String> settings(Ports ports, TestDatabase database, TokenIssuer issuer) {
        Map<String, String> variables = new HashMap<>(database.settings());
        variables.putAll(ports.settings());
        variables.putAll(issuer.settings());
        variables.put("SOLITUDE_PROVIDERS_IDLE_SECONDS", "1");
        return TestSettings.asArguments(variables);
    }
}
