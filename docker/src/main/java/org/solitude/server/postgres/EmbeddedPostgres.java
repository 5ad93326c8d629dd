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
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.solitude.server.PrivateFiles;

/**
 * A PostgreSQL in a directory of its own: {@code data}, {@code binaries-VERSION}, {@code postgresql.log} and the password.
 * Only this machine reaches it, with that password. Each start takes a free port. It is as durable as PostgreSQL is by
 * default: a commit is on disk when it returns.
 *
 * <p>A start works after any end of the one before: a postmaster that still runs is taken over, a stale
 * {@code postmaster.pid} is removed, recovery is waited for, and an initialization that was killed begins anew.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final String USER = "solitude";
    private static final String DATABASE = "solitude";
    private static final int STARTS = 3;
    private static final int ALREADY_RUNS = 0;

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
     * Starts the one in this directory, which is made where it is not there, and waits until it takes connections.
     *
     * @throws PostgresStartException if it cannot start; the message is one sentence for the user
     */
    public static EmbeddedPostgres start(Path directory) {
        Path absolute = directory.toAbsolutePath().normalize();
        try {
            PrivateFiles.directory(absolute);
            EmbeddedPostgres postgres = new EmbeddedPostgres(absolute);
            postgres.start();
            return postgres;
        } catch (IOException e) {
            throw new PostgresStartException(StartFailure.sentence(absolute, e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PostgresStartException("The start of PostgreSQL was interrupted.", e);
        }
    }

    /** The environment variables that make a server use this database. */
    public Map<String, String> settings() {
        return Map.of(
                "SOLITUDE_DATABASE_URL", "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE,
                "SOLITUDE_DATABASE_USER", USER,
                "SOLITUDE_DATABASE_PASSWORD", password);
    }

    /** The port it listens on, at 127.0.0.1. */
    public int port() {
        return port;
    }

    /** The id of its postmaster, where it runs. */
    public Optional<Long> pid() {
        return PostmasterFile.read(data).map(PostmasterFile::pid);
    }

    /** Stops it: open transactions are rolled back, and all that was committed is on disk. */
    @Override
    public void close() {
        try {
            command.run(output(), "", "pg_ctl", "stop", "-w", "-t", "120", "-m", "fast", "-D", data.toString());
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

    /** In a directory beside the final one, so that an initialization that is killed leaves none that looks complete. */
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

    private void start() throws IOException, InterruptedException {
        PostmasterFile.removeStale(data);
        if (command.run(output(), "", "pg_ctl", "status", "-D", data.toString()) == ALREADY_RUNS) {
            // It may still be in recovery, or shutting down: either way it is asked to stop, and started again below.
            close();
        }
        for (int attempt = 1; ; attempt++) {
            port = freePort();
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
                return;
            }
            String reason = since(logBefore) + Files.readString(output());
            if (attempt == STARTS || !reason.contains("Address already in use")) {
                throw new PostgresStartException(StartFailure.sentence(directory, log, reason));
            }
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
