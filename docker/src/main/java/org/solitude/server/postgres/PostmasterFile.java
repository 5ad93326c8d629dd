package org.solitude.server.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * {@code postmaster.pid}, which a postmaster writes into its data directory and a killed one leaves behind.
 *
 * @param pid the process it names, which may be another program by now
 */
record PostmasterFile(long pid) {

    private static final String NAME = "postmaster.pid";

    /** The file of this data directory; empty where there is none, or none that can be read. */
    static Optional<PostmasterFile> read(Path data) {
        try {
            List<String> lines = Files.readAllLines(data.resolve(NAME));
            return lines.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new PostmasterFile(Long.parseLong(lines.get(0).strip())));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /**
     * Removes the file if the process it names is gone or is no PostgreSQL. PostgreSQL itself only asks whether a
     * process of that id lives, and refuses to start where another program got the id after a reboot.
     */
    static void removeStale(Path data) throws IOException {
        if (read(data).filter(PostmasterFile::isPostgres).isEmpty()) {
            Files.deleteIfExists(data.resolve(NAME));
        }
    }

    private boolean isPostgres() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .flatMap(process -> process.info().command())
                .map(command -> Path.of(command).getFileName().toString())
                .filter(name -> name.equals("postgres") || name.equals("postgres.exe"))
                .isPresent();
    }
}
