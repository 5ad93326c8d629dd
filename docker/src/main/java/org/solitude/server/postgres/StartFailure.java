package org.solitude.server.postgres;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** Says in one sentence why PostgreSQL did not start, and what to do. */
final class StartFailure {

    private StartFailure() {}

    /** For a failure of ours with its directory. */
    static String sentence(Path directory, IOException failure) {
        String reason = failure instanceof FileSystemException file && file.getReason() != null
                ? file.getReason()
                : String.valueOf(failure.getMessage());
        if (failure instanceof AccessDeniedException || reason.contains("Read-only") || reason.contains("Permission")) {
            return notWritable(directory);
        }
        return reason.contains("No space left")
                ? full(directory)
                : "PostgreSQL in " + directory + " cannot be used: " + failure;
    }

    /** For what PostgreSQL itself wrote. */
    static String sentence(Path directory, Path log, String written) {
        if (written.contains("No space left on device")) {
            return full(directory);
        }
        if (written.contains("Permission denied") || written.contains("Read-only file system")) {
            return notWritable(directory);
        }
        if (written.contains("invalid locale")) {
            return "PostgreSQL needs the locale C, which this machine lacks: install the C library's locales.";
        }
        return "PostgreSQL did not start, the reason stands at the end of " + log + ": " + lastLine(written);
    }

    private static String full(Path directory) {
        return "The disk that holds " + directory + " is full: free some space and start again; no data is lost.";
    }

    private static String notWritable(Path directory) {
        return "The directory " + directory + " cannot be written by the user " + System.getProperty("user.name")
                + ": change its owner, or run in a checkout of your own.";
    }

    private static String lastLine(String written) {
        return written.lines()
                .filter(line -> line.contains("FATAL") || line.contains("error"))
                .reduce((first, second) -> second)
                .or(() -> written.lines().filter(line -> !line.isBlank()).reduce((first, second) -> second))
                .orElse("it said nothing");
    }
}
