package org.solitude.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.solitude.testkit.client.Exchange;

/**
 * Records each kind of response that the tests of this build received, one a line: method, path and status. A dash
 * replaces the identifiers of records, so that the file stays small. {@code DocumentedResponsesTest} compares it with
 * the OpenAPI document after all other tests.
 */
public final class RecordedExchanges {
    private static final Set<String> RECORDED = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(RecordedExchanges::write, "writes recorded exchanges"));
    }

    private RecordedExchanges() {}

    /** Returns the file of this build; each build has a new one. */
    public static Path file() {
        return Path.of("target", "exchanges-" + System.getProperty("solitude.build", "alone") + ".txt");
    }

    static void record(Exchange exchange) {
        String path = exchange.path()
                .replaceFirst("[?#].*", "")
                .replaceFirst("^https?://[^/]*", "")
                // the server maps this path, and the OpenAPI document has the mapped one
                .replaceFirst("^/provider/([^/]+)/notify/?$", "/notices/$1/")
                .replaceAll("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}", "-")
                .replaceAll("/[0-9]+(?=/|$)", "/-");
        RECORDED.add(exchange.method() + " " + path + " " + exchange.status());
    }

    private static void write() {
        try {
            Files.createDirectories(file().getParent());
            Files.write(file(), new TreeSet<>(RECORDED), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            System.getLogger(RecordedExchanges.class.getName())
                    .log(
                            System.Logger.Level.ERROR,
                            "Could not write the recorded exchanges, so the OpenAPI check will fail",
                            e);
        }
    }
}
