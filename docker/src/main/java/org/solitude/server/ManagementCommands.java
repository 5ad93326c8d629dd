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
 * Operations on a server's management model, by WildFly's own command line tool. They go to it in a file that only this
 * user may read, because a command line shows its secrets to everyone on the machine.
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

    /** On a server that runs, through its management interface. */
    static ManagementCommands onRunning(WildFlyHome home, String host, int port) {
        return new ManagementCommands(
                home, List.of("--connect", "--controller=remote+http://" + host + ":" + port), List.of());
    }

    /** On a server that does not run, in its base directory. */
    static ManagementCommands onPrepared(WildFlyHome home, Path base) {
        return new ManagementCommands(
                home,
                List.of("-Djboss.server.base.dir=" + base),
                List.of("embed-server --server-config=" + PreparedServer.CONFIGURATION));
    }

    /** Runs a command whose effect a running server takes up at a reload, which this does not wait for. */
    void runAndReload(String command) {
        run(prelude.isEmpty() ? List.of(command, ":reload") : List.of(command));
    }

    /**
     * What the tool printed.
     *
     * @throws IllegalArgumentException with the tool's words, where the server refused a command; those before it stand
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
