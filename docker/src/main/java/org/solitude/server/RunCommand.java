package org.solitude.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.solitude.server.postgres.EmbeddedPostgres;
import org.solitude.server.postgres.PostgresStartException;

/**
 * Runs the server in the foreground of a terminal ({@code mvn -Prun package}). It runs inside Maven's JVM, so that
 * its shutdown hook delays Maven's exit after Ctrl-C until the server has finished running requests and replays.
 */
public final class RunCommand {

    private static final Duration START_LIMIT = Duration.ofMinutes(5);
    private static final Deque<AutoCloseable> RUNNING = new ConcurrentLinkedDeque<>();

    private RunCommand() {}

    /** Takes the WildFly home, the data directory and the EAR. */
    public static void main(String[] arguments) throws InterruptedException {
        Path data = Path.of(arguments[1]);
        int exit;
        try {
            StartOptions options = StartOptions.defaults().inForeground().withJvmArguments(jvmArguments());
            PrivateFiles.directory(data);
            DataDirectoryLock lock = DataDirectoryLock.acquire(data);
            lock.stopAbandonedServer();
            PortInUseException.throwIfInUse(options.endpoints());
            AdminLogin login = AdminLogin.loadOrCreate(data.resolve("admin-login.properties"));
            System.out.println("Preparing the server in " + data.resolve("server") + " ...");
            WildFlyHome home = WildFlyHome.at(Path.of(arguments[0]));
            // both take seconds the first time, and neither needs the other
            CompletableFuture<PreparedServer> preparing =
                    CompletableFuture.supplyAsync(() -> PreparedServer.prepare(home, data.resolve("server")));
            try {
                if (needsDatabase()) {
                    options = withDatabase(options, data);
                }
            } finally {
                // even if PostgreSQL fails: until it has ended, its temporary files hold the encryption key
                preparing.handle((server, failure) -> true).join();
            }
            RunningServer server =
                    preparing.join().admit(login).deploy(Path.of(arguments[2])).start(options);
            stopAtExit(server);
            lock.remember(server);
            server.awaitReady(START_LIMIT);
            ClientRegistry clients = ClientRegistry.ofRunning(
                    home,
                    server.managementUri().getHost(),
                    server.managementUri().getPort());
            DevelopmentClient client =
                    DevelopmentClient.loadOrCreate(data.resolve("developer-client.properties"), clients);
            System.out.println(new WelcomeMessage(server, login, client, data));
            exit = server.awaitExit();
        } catch (PortInUseException | ServerStartException | PostgresStartException | IllegalArgumentException e) {
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

    /** A PostgreSQL that is configured is used; a proxy needs none. */
    private static boolean needsDatabase() {
        Map<String, String> environment = System.getenv();
        return !environment.containsKey("SOLITUDE_DATABASE_URL")
                && !Boolean.parseBoolean(environment.getOrDefault("SOLITUDE_PROXY", "false"));
    }

    private static StartOptions withDatabase(StartOptions options, Path data) {
        if (Files.exists(data.resolve("server/data/solitude.mv.db"))) {
            System.out.println("An earlier version left its database in " + data.resolve("server/data")
                    + "; it is not read and stays as it is.");
        }
        System.out.println("Starting PostgreSQL in " + data.resolve("postgres") + " ...");
        EmbeddedPostgres postgres = EmbeddedPostgres.start(data.resolve("postgres"));
        stopAtExit(postgres);
        postgres.keepRunning(System.out::println);
        StartOptions all = options;
        for (Map.Entry<String, String> setting : postgres.settings().entrySet()) {
            all = all.with(setting.getKey(), setting.getValue());
        }
        return all;
    }

    /** Stops what was started last first: the server before its database. */
    private static void stopAtExit(AutoCloseable process) {
        if (RUNNING.isEmpty()) {
            Runtime.getRuntime().addShutdownHook(new Thread(RunCommand::stopAll, "stop the server"));
        }
        RUNNING.push(process);
    }

    private static void stopAll() {
        while (!RUNNING.isEmpty()) {
            try {
                RUNNING.pop().close();
            } catch (Exception e) {
                System.err.println("A process could not be stopped: " + e);
            }
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
