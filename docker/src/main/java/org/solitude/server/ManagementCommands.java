package org.solitude.server;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs operations on a server's management model with WildFly's command line tool. Passes them in a file that only
 * this user can read, because every user of the machine can see the secrets of a command line.
 */
final class ManagementCommands {

    private final WildFlyHome home;
    private final List<String> arguments;
    private final List<String> prelude;

    private ManagementCommands(WildFlyHome home, List<String> arguments, List<String> prelude) {
        this.home = home;
        this.arguments = arguments;
        this.prelude = prelude;
    }

    /** Returns commands for a running server, sent through its management interface. */
    static ManagementCommands onRunning(WildFlyHome home, String host, int port) {
        return new ManagementCommands(
                home, List.of("--connect", "--controller=remote+http://" + host + ":" + port), List.of());
    }

    /** Returns commands for a stopped server, run on its base directory. */
    static ManagementCommands onPrepared(WildFlyHome home, Path base) {
        return new ManagementCommands(
                home,
                List.of("-Djboss.server.base.dir=" + base),
                List.of("embed-server --server-config=" + PreparedServer.CONFIGURATION));
    }

    /**
     * Runs a command that takes effect after a reload. Requests the reload of a running server, but does not await
     * it.
     */
    void runAndReload(String command) {
        run(areForRunningServer() ? List.of(command, ":reload") : List.of(command));
    }

    /** Returns whether the server runs. */
    boolean areForRunningServer() {
        return prelude.isEmpty();
    }

    /**
     * Runs the commands and returns the tool's output.
     *
     * @throws IllegalArgumentException with the tool's output if the server refused a command; earlier commands
     *     remain in effect
     */
    String run(List<String> commands) {
        try {
            Path directory = Files.createTempDirectory("solitude-model");
            Path script = directory.resolve("commands.cli");
            try {
                List<String> lines = new ArrayList<>(prelude);
                lines.addAll(commands);
                PrivateFiles.write(script, String.join("\n", lines) + "\n");
                return run(script);
            } finally {
                Files.deleteIfExists(script);
                Files.delete(directory);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String run(Path script) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Djboss.home.dir=" + home.path()));
        arguments.stream().filter(argument -> argument.startsWith("-D")).forEach(command::add);
        command.addAll(List.of(
                "-Djboss.modules.system.pkgs=com.sun.java.swing",
                "-Dlogging.configuration=file:" + home.path().resolve("bin/jboss-cli-logging.properties"),
                "-jar",
                home.path().resolve("jboss-modules.jar").toString(),
                "-mp",
                home.path().resolve("modules").toString(),
                "org.jboss.as.cli"));
        arguments.stream().filter(argument -> !argument.startsWith("-D")).forEach(command::add);
        command.add("--file=" + script);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(new File(System.getProperty("java.io.tmpdir")))
                .redirectErrorStream(true);
        builder.environment().put("JBOSS_HOME", home.path().toString());
        Process tool = builder.start();
        tool.getOutputStream().close();
        String output = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (tool.waitFor() != 0) {
                throw new IllegalArgumentException(output.strip());
            }
        } catch (InterruptedException e) {
            tool.destroy();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the command line tool ran", e);
        }
        return output;
    }
}
