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
 * A server that is configured and may be started, again and again: its configuration, data, deployments and log live in a
 * base directory of its own, which outlives the process and the WildFly home.
 */
public final class PreparedServer {

    /** The configuration the script prepares. */
    public static final String CONFIGURATION = "standalone-full.xml";

    private final WildFlyHome home;
    private final Path base;

    private PreparedServer(WildFlyHome home, Path base) {
        this.home = home;
        this.base = base;
    }

    /**
     * Prepares the base directory with {@code solitude.cli}. Costs some seconds the first time and whenever the script has
     * changed, otherwise nothing.
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

    /** The directory with this server's configuration, data, deployments and log. */
    public Path base() {
        return base;
    }

    /** What will be deployed when it starts, and while it runs. */
    public Deployments deployments() {
        return new Deployments(base.resolve("deployments"));
    }

    /** Deploys an archive under its own name; replaces what was there by that name. */
    public PreparedServer deploy(Path archive) {
        deployments().put(archive);
        return this;
    }

    /** Lets this login into the admin console. */
    public PreparedServer admit(AdminLogin login) {
        login.grant(base.resolve("configuration/mgmt-users.properties"));
        return this;
    }

    /** Connects its broker to those of other nodes, with {@code nodes.cli}; where they are is said when it starts. */
    public PreparedServer connect() {
        SetupScript.nodes(home).prepare(base, base.resolve("log/nodes.log"));
        return this;
    }

    /** Starts the process. It is not ready yet: {@link RunningServer#awaitReady}. */
    public RunningServer start(StartOptions options) {
        deployments().renew();
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
     * For the server's credential store, where it has none yet: what is in the database can only be read with it. A server
     * whose key is a file of settings goes on with that.
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
        Path mark = base.resolve("configuration/solitude.prepared");
        String fingerprint = SetupScript.fingerprint();
        boolean prepared = Files.exists(mark) && Files.readString(mark).equals(fingerprint);
        if (!prepared || !home.hasPostgresDriver()) {
            SetupScript.solitude(home).prepare(base, base.resolve("log/prepare.log"), encryptionKey());
            Files.writeString(mark, fingerprint);
        }
    }
}
