package org.solitude.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.wildfly.core.launcher.CliCommandBuilder;
import org.wildfly.core.launcher.Launcher;

/** Runs {@code solitude.cli} or {@code nodes.cli}, with the files it needs, in WildFly's command line tool. */
final class SetupScript {

    private static final String SOLITUDE = "solitude.cli";
    private static final String OFFLINE = "offline.cli";
    private static final String DRIVER = "postgresql.jar";

    private final WildFlyHome home;
    private final String script;
    private final List<String> files;

    private SetupScript(WildFlyHome home, String script, String... companions) {
        this.home = home;
        this.script = script;
        this.files = Stream.concat(Stream.of(script), Stream.of(companions)).toList();
    }

    /** Returns the script that configures a WildFly as a Solitude server. */
    static SetupScript solitude(WildFlyHome home) {
        return new SetupScript(home, SOLITUDE, OFFLINE, DRIVER);
    }

    /** Returns the script that connects a Solitude server to others. */
    static SetupScript nodes(WildFlyHome home) {
        return new SetupScript(home, "nodes.cli", OFFLINE);
    }

    /** Prepares a stopped server, and adds this encryption key to its credential store if that has none. */
    void prepare(Path base, Path log, String encryptionKey) {
        prepare(
                base,
                log,
                List.of(
                        "try",
                        "    /subsystem=elytron/credential-store=solitude:add-alias(alias=solitude.encryption.key, secret-value=\""
                                + encryptionKey + "\")",
                        "catch",
                        "    echo Not added: solitude.encryption.key is in the credential store already.",
                        "end-try"));
    }

    /** Prepares a stopped server. */
    void prepare(Path base, Path log) {
        prepare(base, log, List.of());
    }

    /** Prepares a running server through its management interface. */
    void prepareRunning(String host, int managementPort, Path log) {
        run(builder -> builder.setConnection("remote+http", host, managementPort), log, List.of());
    }

    /** Returns a hash of {@code solitude.cli} and its files: a server with another one must be prepared again. */
    static String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String file : List.of(SOLITUDE, OFFLINE, DRIVER)) {
                try (InputStream content = resource(file)) {
                    digest.update(content.readAllBytes());
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private void prepare(Path base, Path log, List<String> epilogue) {
        run(
                builder -> builder.addJavaOption("-Djboss.server.base.dir=" + base)
                        .addJavaOption("-Djboss.cli.rc=" + OFFLINE),
                log,
                epilogue);
    }

    /** Appends the epilogue to a copy of the script, in a private directory because it may contain a secret. */
    private void run(Target target, Path log, List<String> epilogue) {
        try {
            Path directory = Files.createTempDirectory("solitude-cli");
            try {
                for (String file : files) {
                    try (InputStream content = resource(file)) {
                        Files.copy(content, directory.resolve(file));
                    }
                }
                Files.write(directory.resolve(script), epilogue, StandardOpenOption.APPEND);
                CliCommandBuilder builder =
                        CliCommandBuilder.asModularLauncher(home.path()).setScriptFile(directory.resolve(script));
                target.choose(builder);
                Process process = Launcher.of(builder)
                        .setDirectory(directory)
                        .addEnvironmentVariables(
                                Map.of("JBOSS_HOME", home.path().toString()))
                        .setRedirectErrorStream(true)
                        .redirectOutput(log)
                        .launch();
                if (process.waitFor() != 0) {
                    throw new IllegalStateException(script + " failed:\n" + Files.readString(log));
                }
            } finally {
                for (String file : files) {
                    Files.deleteIfExists(directory.resolve(file));
                }
                Files.delete(directory);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while solitude.cli ran", e);
        }
    }

    private static InputStream resource(String file) {
        return Objects.requireNonNull(SetupScript.class.getResourceAsStream(file), file);
    }

    private interface Target {
        void choose(CliCommandBuilder builder);
    }
}
