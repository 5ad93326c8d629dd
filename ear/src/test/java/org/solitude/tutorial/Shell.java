package org.solitude.tutorial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Runs bash scripts, which stop at the first command that fails. */
record Shell(Path directory) {
    private static final int TIMEOUT_MINUTES = 3;

    /** Returns whether bash and this command are installed. */
    boolean has(String command) {
        try {
            return start("command -v " + command, Map.of()).waitFor() == 0;
        } catch (IOException e) {
            System.getLogger(Shell.class.getName()).log(System.Logger.Level.INFO, "bash is not installed", e);
            return false;
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Returns the settings that a script exports. */
    Map<String, String> exports(String script) {
        Map<String, String> variables = new TreeMap<>();
        for (String line : run(script + "\nenv -0", Map.of()).split("\0")) {
            String[] pair = line.split("=", 2);
            variables.put(pair[0], pair[1]);
        }
        variables.keySet().removeIf(name -> !name.startsWith("SOLITUDE_"));
        return variables;
    }

    /** Returns everything that the script and its commands print. */
    String run(String script, Map<String, String> variables) {
        try {
            Process bash = start(script, variables);
            byte[] output = bash.getInputStream().readAllBytes();
            if (!bash.waitFor(TIMEOUT_MINUTES, TimeUnit.MINUTES)) {
                bash.destroyForcibly();
            }
            return new String(output, StandardCharsets.UTF_8).replace("\r", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private Process start(String script, Map<String, String> variables) throws IOException {
        ProcessBuilder bash = new ProcessBuilder("bash", "-euo", "pipefail", "-c", script);
        bash.environment().putAll(variables);
        return bash.directory(directory.toFile()).redirectErrorStream(true).start();
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted while a command ran", e);
    }
}
