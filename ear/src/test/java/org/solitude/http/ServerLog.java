package org.solitude.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.solitude.harness.TestServer;

/** The log of the running server. */
record ServerLog(Path file) {

    static ServerLog ofRunning() {
        return new ServerLog(TestServer.running().directory().resolve("log/server.log"));
    }

    /** Returns the lines of stack traces that were written during an action. */
    List<String> stackTraceDuring(Runnable action) {
        int before = content().length;
        action.run();
        byte[] now = content();
        return new String(Arrays.copyOfRange(now, before, now.length), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("\tat ") || line.startsWith("Caused by: "))
                .toList();
    }

    private byte[] content() {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
