package org.solitude.server;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Runs the server in the foreground of a terminal ({@code mvn -Prun package}). It runs inside Maven's JVM, so that
 * its shutdown hook delays Maven's exit after Ctrl-C until the server has finished running requests and replays.
 */
public final class RunCommand {

    private static final Duration START_LIMIT = Duration.ofMinutes(5);

    private RunCommand() {}

    /** Takes the WildFly home, the data directory and the EAR. */
    public static void main(String[] arguments) throws InterruptedException {
        Path data = Path.of(arguments[1]);
        int exit;
        try {
            StartOptions options = StartOptions.defaults().inForeground().withJvmArguments(jvmArguments());
            PortInUseException.throwIfInUse(options.endpoints());
            PrivateFiles.directory(data);
            AdminLogin login = AdminLogin.loadOrCreate(data.resolve("admin-login.properties"));
            System.out.println("Preparing the server in " + data.resolve("server") + " ...");
            WildFlyHome home = WildFlyHome.at(Path.of(arguments[0]));
            RunningServer server = PreparedServer.prepare(home, data.resolve("server"))
                    .admit(login)
                    .deploy(Path.of(arguments[2]))
                    .start(options);
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop the server"));
            server.awaitReady(START_LIMIT);
            ClientRegistry clients = ClientRegistry.ofRunning(
                    home,
                    server.managementUri().getHost(),
                    server.managementUri().getPort());
            DevelopmentClient client =
                    DevelopmentClient.loadOrCreate(data.resolve("developer-client.properties"), clients);
            System.out.println(new WelcomeMessage(server, login, client, data));
            exit = server.awaitExit();
        } catch (PortInUseException | ServerStartException | IllegalArgumentException e) {
            System.err.println(e.getMessage());
            exit = 1;
        } catch (IOException e) {
            System.err.println("The directory " + data + " cannot be used: " + e);
            exit = 1;
        }
        if (exit != 0) {
            // Exits here because a build failure would print many lines of Maven after the reason.
            System.exit(exit);
        }
    }

    private static String[] jvmArguments() {
        // setting SOLITUDE_JVM | type: JVM arguments, separated by spaces
        //   Further arguments of the run command's server: `-Xmx2g`. WildFly's own default is `-Xmx512m`; elsewhere
        //   use `JAVA_OPTS`. A delayed request is in memory at least three times while it is accepted and while it
        //   runs: with many large bodies at once give the JVM more, or lower `SOLITUDE_REQUEST_BODY_SIZE_MAX`.
        String options = System.getenv().getOrDefault("SOLITUDE_JVM", "").strip();
        return options.isEmpty() ? new String[0] : options.split("\\s+");
    }
}
