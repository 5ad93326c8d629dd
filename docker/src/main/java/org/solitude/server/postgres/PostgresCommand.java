package org.solitude.server.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Runs PostgreSQL's programs, which refuse to run as root. A root user's run takes place in a user namespace of its own
 * ({@code unshare --user}): there the programs have no privilege, and the files stay those of the user who started it.
 */
final class PostgresCommand {

    /** Longer than any recovery that is waited for, so that a program that hangs does not hang us. */
    private static final int MINUTES = 10;

    private final PostgresBinaries binaries;
    private final List<String> prefix;

    PostgresCommand(PostgresBinaries binaries) {
        this.binaries = binaries;
        this.prefix = isRoot() ? unprivileged() : List.of();
    }

    /**
     * Runs a program to its end.
     *
     * @param output where its output goes; replaced
     * @param input what it reads
     * @return its exit code
     */
    int run(Path output, String input, String program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(prefix);
        command.add(binaries.program(program));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        // the language of its messages, and no locale that the machine may lack
        builder.environment().put("LC_ALL", "C");
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.redirectErrorStream(true).redirectOutput(output.toFile());
        Process process = builder.start();
        process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new PostgresStartException(program + " has not ended after " + MINUTES + " minutes; see " + output);
        }
        return process.exitValue();
    }

    private static boolean isRoot() {
        try {
            return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("linux")
                    && Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    private static List<String> unprivileged() {
        List<String> unshare = List.of("unshare", "--user");
        try {
            Process process = new ProcessBuilder("unshare", "--user", "true")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (process.waitFor() == 0) {
                return unshare;
            }
        } catch (IOException e) {
            // no such program: said below
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new PostgresStartException("PostgreSQL does not run as root, and this machine lets root make no user"
                + " namespace (unshare --user): run the command as another user, or set SOLITUDE_DATABASE_URL.");
    }
}
