package org.solitude.server.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.solitude.server.PrivateFiles;

/**
 * Runs a PostgreSQL in a directory of its own: {@code data}, {@code binaries-VERSION}, {@code postgresql.log} and the
 * password. Only this machine reaches it, with that password. Each start takes a free port. It is as durable as
 * PostgreSQL is by default: a commit is on disk when it returns.
 *
 * <p>A start works after any end of the run before: it stops a postmaster that still runs, removes a stale
 * {@code postmaster.pid}, waits for recovery, and begins an initialization anew that was killed.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final String USER = "solitude";
    private static final String DATABASE = "solitude";
    private static final int STARTS = 3;
    private static final int ALREADY_RUNS = 0;
    private static final Duration LEFTOVERS = Duration.ofSeconds(20);

    /** For a machine that also runs the server, and on which both may have to start again after a loss of power. */
    private static final Map<String, String> CONFIGURATION = Map.of(
            "listen_addresses", "127.0.0.1",
            "unix_socket_directories", "",
            "fsync", "on",
            "synchronous_commit", "on",
            "full_page_writes", "on",
            "max_connections", "200",
            "shared_buffers", "256MB",
            "max_wal_size", "2GB",
            "random_page_cost", "1.1");

    private final Path directory;
    private final Path data;
    private final Path log;
    private final PostgresCommand command;
    private final String password;
    private int port;
    private boolean closed;

    private EmbeddedPostgres(Path directory) throws IOException, InterruptedException {
        this.directory = directory;
        this.data = directory.resolve("data");
        this.log = directory.resolve("postgresql.log");
        refuseOtherVersion();
        this.command = new PostgresCommand(PostgresBinaries.unpack(directory));
        initialize();
        this.password = Files.readString(passwordFile()).strip();
    }

    /**
     * Starts the PostgreSQL in this directory, which it creates if needed, and waits until it accepts connections.
     *
     * @throws PostgresStartException if it cannot start; the message is one sentence for the user
     */
    public static EmbeddedPostgres start(Path directory) {
        Path absolute = directory.toAbsolutePath().normalize();
        try {
            PrivateFiles.directory(absolute);
            EmbeddedPostgres postgres = new EmbeddedPostgres(absolute);
            postgres.startAtFreePort();
            return postgres;
        } catch (IOException e) {
            throw new PostgresStartException(StartFailure.sentence(absolute, e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PostgresStartException("The start of PostgreSQL was interrupted.", e);
        }
    }

    /** Returns the environment variables that make a server use this database. */
    public Map<String, String> settings() {
        return Map.of(
                "SOLITUDE_DATABASE_URL", "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE,
                "SOLITUDE_DATABASE_USER", USER,
                "SOLITUDE_DATABASE_PASSWORD", password);
    }

    /** Returns the port it listens on, at 127.0.0.1. */
    public int port() {
        return port;
    }

    /** Returns the id of its postmaster; empty if it does not run. */
    public Optional<Long> pid() {
        return PostmasterFile.read(data).map(PostmasterFile::pid);
    }

    /**
     * Starts it again at the same port, after it was killed.
     *
     * @throws PostgresStartException if it does not start
     */
    public synchronized void restart() {
        try {
            stopRunning();
            launch().ifPresent(failure -> {
                throw new PostgresStartException(StartFailure.sentence(directory, log, failure));
            });
        } catch (IOException e) {
            throw new PostgresStartException(StartFailure.sentence(directory, e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PostgresStartException("The start of PostgreSQL was interrupted.", e);
        }
    }

    /** Restarts it whenever it ends without having been closed, and reports the end and the restart. */
    public void keepRunning(Consumer<String> report) {
        pid().flatMap(ProcessHandle::of)
                .ifPresent(postmaster -> postmaster.onExit().thenRunAsync(() -> restartUnlessClosed(report)));
    }

    /** Holds the lock that {@link #close} takes, so that nothing is started after it. */
    private synchronized void restartUnlessClosed(Consumer<String> report) {
        if (closed) {
            return;
        }
        report.accept("PostgreSQL has ended and is started again ...");
        try {
            restart();
            keepRunning(report);
            report.accept("PostgreSQL runs again.");
        } catch (PostgresStartException e) {
            report.accept(e.getMessage());
        }
    }

    /** Stops it: open transactions are rolled back, and all that was committed is on disk. */
    @Override
    public synchronized void close() {
        closed = true;
        try {
            stop();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL in " + directory + " could not be stopped", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void refuseOtherVersion() throws IOException {
        Path version = data.resolve("PG_VERSION");
        if (Files.exists(version)) {
            String found = Files.readString(version).strip();
            if (!found.equals(PostgresBinaries.majorVersion())) {
                throw new PostgresStartException(data + " holds data of PostgreSQL " + found + ", and this build has "
                        + PostgresBinaries.majorVersion() + ": dump it with a PostgreSQL " + found
                        + " and load the dump, or move the directory away to begin with an empty database.");
            }
        }
    }

    /** Initializes a directory beside the final one, so that a kill leaves none that looks complete. */
    private void initialize() throws IOException, InterruptedException {
        if (Files.isDirectory(data)) {
            return;
        }
        Path partial = directory.resolve("data-partial");
        PostgresBinaries.delete(partial);
        writePassword();
        run(
                "",
                "initdb",
                "--pgdata=" + partial,
                "--username=" + USER,
                "--pwfile=" + passwordFile(),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C");
        run("create database " + DATABASE + "\n", "postgres", "--single", "-D", partial.toString(), "postgres");
        Files.move(partial, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private void writePassword() throws IOException {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        PrivateFiles.write(passwordFile(), HexFormat.of().formatHex(random));
    }

    private void startAtFreePort() throws IOException, InterruptedException {
        stopRunning();
        for (int attempt = 1; ; attempt++) {
            port = freePort();
            Optional<String> failure = launch();
            if (failure.isEmpty()) {
                return;
            }
            if (attempt == STARTS || !failure.get().contains("Address already in use")) {
                throw new PostgresStartException(StartFailure.sentence(directory, log, failure.get()));
            }
        }
    }

    private void stopRunning() throws IOException, InterruptedException {
        PostmasterFile.removeStale(data);
        if (command.run(output(), "", "pg_ctl", "status", "-D", data.toString()) == ALREADY_RUNS) {
            // It may still be in recovery, or shutting down: either way it is asked to stop, and started again
            // afterwards.
            stop();
        }
    }

    private void stop() throws IOException, InterruptedException {
        command.run(output(), "", "pg_ctl", "stop", "-w", "-t", "120", "-m", "fast", "-D", data.toString());
    }

    /**
     * Starts it at the port; returns what it wrote if it did not start. The processes of a killed one may take a moment
     * to end.
     */
    private Optional<String> launch() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + LEFTOVERS.toNanos();
        while (true) {
            long logBefore = Files.exists(log) ? Files.size(log) : 0;
            int exit = command.run(
                    output(),
                    "",
                    "pg_ctl",
                    "start",
                    "-w",
                    "-t",
                    "600",
                    "-D",
                    data.toString(),
                    "-l",
                    log.toString(),
                    "-o",
                    options());
            if (exit == 0) {
                return Optional.empty();
            }
            String written = since(logBefore) + Files.readString(output());
            boolean leftovers = written.contains("pre-existing shared memory block");
            if (!leftovers || System.nanoTime() > deadline) {
                return Optional.of(written);
            }
            LockSupport.parkNanos(LEFTOVERS.toNanos() / 100);
        }
    }

    private String options() {
        StringBuilder options = new StringBuilder("-p " + port);
        CONFIGURATION.forEach(
                (name, value) -> options.append(" -c ").append(name).append('=').append(value));
        return options.toString();
    }

    private void run(String input, String program, String... arguments) throws IOException, InterruptedException {
        if (command.run(output(), input, program, arguments) != 0) {
            throw new PostgresStartException(StartFailure.sentence(directory, output(), Files.readString(output())));
        }
    }

    private String since(long position) throws IOException {
        byte[] whole = Files.exists(log) ? Files.readAllBytes(log) : new byte[0];
        int from = (int) Math.min(position, whole.length);
        return new String(whole, from, whole.length - from, StandardCharsets.UTF_8);
    }

    private Path passwordFile() {
        return directory.resolve("password");
    }

    private Path output() {
        return directory.resolve("last-command.log");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }
}
