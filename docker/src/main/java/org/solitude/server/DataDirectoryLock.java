package org.solitude.server;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a second run command out of a data directory, and stops the server that a killed one left running. The
 * operating system releases the lock when the process ends, however it ends.
 */
final class DataDirectoryLock {

    private static final Duration GRACE = Duration.ofMinutes(2);

    private final Path serverPid;

    @SuppressWarnings({"FieldCanBeLocal", "unused"}) // held for the life of the process
    private final FileLock lock;

    private DataDirectoryLock(Path serverPid, FileLock lock) {
        this.serverPid = serverPid;
        this.lock = lock;
    }

    /**
     * Locks the directory for the life of this process.
     *
     * @throws IllegalArgumentException if another run command uses it; the message is for the user
     */
    static DataDirectoryLock acquire(Path data) throws IOException {
        FileChannel file =
                FileChannel.open(data.resolve("run.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        @Nullable FileLock lock = file.tryLock();
        if (lock == null) {
            file.close();
            throw new IllegalArgumentException("Solitude already runs with the data in " + data + ": stop it first.");
        }
        return new DataDirectoryLock(data.resolve("server.pid"), lock);
    }

    /** Stops the server of an earlier run whose run command was killed; kills it if it does not stop. */
    void stopAbandonedServer() throws IOException, InterruptedException {
        Optional<ProcessHandle> abandoned = abandonedServer();
        if (abandoned.isPresent()) {
            ProcessHandle server = abandoned.get();
            System.out.println("Stopping the server of an earlier run, process " + server.pid() + " ...");
            server.destroy();
            if (!awaitExit(server)) {
                server.destroyForcibly();
                awaitExit(server);
            }
        }
    }

    /** Remembers the server, for the case that this process is killed. */
    void remember(RunningServer server) throws IOException {
        PrivateFiles.write(serverPid, server.pid() + "\n");
    }

    private Optional<ProcessHandle> abandonedServer() throws IOException {
        if (!Files.exists(serverPid)) {
            return Optional.empty();
        }
        String base =
                serverPid.resolveSibling("server").toAbsolutePath().normalize().toString();
        return ProcessHandle.of(Long.parseLong(Files.readString(serverPid).strip()))
                .filter(ProcessHandle::isAlive)
                // another program may have the id by now
                .filter(process -> process.info()
                        .commandLine()
                        .filter(line -> line.contains(base))
                        .isPresent());
    }

    private static boolean awaitExit(ProcessHandle process) throws InterruptedException {
        try {
            process.onExit().get(GRACE.toSeconds(), TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("the end of a process has no failure", e);
        }
    }
}
