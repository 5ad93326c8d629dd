package org.solitude.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Stream;
import org.wildfly.core.launcher.Launcher;
import org.wildfly.core.launcher.StandaloneCommandBuilder;

/**
 * A configured server that can be started any number of times. Its configuration, data, deployments and log are in
 * its own base directory, which does not depend on a process or on one WildFly home.
 */
public final class PreparedServer {

    /** The name of the configuration file that the script changes. */
    public static final String CONFIGURATION = "standalone-full.xml";

    private final WildFlyHome home;
    private final Path base;

    private PreparedServer(WildFlyHome home, Path base) {
        this.home = home;
        this.base = base;
    }

    /**
     * Prepares the base directory with {@code solitude.cli}. This takes some seconds the first time and after a
     * change of the script; otherwise it does nothing.
     */
    public static PreparedServer prepare(WildFlyHome home, Path base) {
        PreparedServer server = new PreparedServer(home, base.toAbsolutePath().normalize());
        try {
            server.copyConfiguration();
            server.runScript();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return server;
    }

    /** Returns the directory with this server's configuration, data, deployments and log. */
    public Path base() {
        return base;
    }

    /** Returns the archives that the server deploys when it starts and while it runs. */
    public Deployments deployments() {
        return new Deployments(base.resolve("deployments"));
    }

    /** Deploys an archive; replaces a deployment with the same file name. */
    public PreparedServer deploy(Path archive) {
        deployments().put(archive);
        return this;
    }

    /** Allows this login to use the admin console. */
    public PreparedServer admit(AdminLogin login) {
        login.grant(base.resolve("configuration/mgmt-users.properties"));
        return this;
    }

    /**
     * Connects its broker to those of other nodes, with {@code nodes.cli}; the environment names them at each start.
     */
    public PreparedServer connect() {
        SetupScript.nodes(home).prepare(base, base.resolve("log/nodes.log"));
        return this;
    }

    /** Starts the process and returns before it is ready: see {@link RunningServer#awaitReady}. */
    public RunningServer start(StartOptions options) {
        deployments().requestAll();
        StandaloneCommandBuilder command = StandaloneCommandBuilder.of(home.path())
                .setBaseDirectory(base)
                .setServerConfiguration(CONFIGURATION)
                .addJavaOptions(options.jvmArguments());
        try {
            Process process = Launcher.of(command)
                    .addEnvironmentVariables(Map.of("SOLITUDE_NODE", options.node()))
                    .addEnvironmentVariables(options.environment())
                    .setRedirectErrorStream(true)
                    .redirectOutput(options.output(base.resolve("log/console.log")))
                    .launch();
            return new RunningServer(home, process, options.endpoints(), deployments(), base.resolve("log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void copyConfiguration() throws IOException {
        PrivateFiles.directory(base);
        Path configuration = base.resolve("configuration");
        PrivateFiles.directory(configuration);
        PrivateFiles.directory(configuration.resolve("settings"));
        Files.createDirectories(base.resolve("deployments"));
        Files.createDirectories(base.resolve("log"));
        try (Stream<Path> files = Files.list(home.configuration())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = configuration.resolve(file.getFileName().toString());
                if (isNeeded(copy) && !Files.exists(copy)) {
                    Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }

    /**
     * Returns the encryption key for a credential store that has none yet: the one from the server's settings files,
     * which may have encrypted the database, otherwise a new random one.
     */
    private String encryptionKey() throws IOException {
        Path file = base.resolve("configuration/settings/solitude.encryption.key");
        if (Files.exists(file)) {
            return Files.readString(file).strip();
        }
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        return Base64.getEncoder().encodeToString(random);
    }

    private static boolean isNeeded(Path file) {
        return file.endsWith(CONFIGURATION) || file.toString().endsWith(".properties");
    }

    private void runScript() throws IOException {
        Path stamp = base.resolve("configuration/solitude.prepared");
        String fingerprint = SetupScript.fingerprint();
        boolean prepared = Files.exists(stamp) && Files.readString(stamp).equals(fingerprint);
        if (!prepared || !home.hasPostgresDriver()) {
            SetupScript.solitude(home).prepare(base, base.resolve("log/prepare.log"), encryptionKey());
            Files.writeString(stamp, fingerprint);
        }
    }
}
