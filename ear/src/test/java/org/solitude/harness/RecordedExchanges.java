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
 * Every kind of answer that the tests of this build got, one a line: method, path and status. What names one record stands
 * there as a dash, so that the file stays small. It is compared with the OpenAPI document when all tests have run.
 */
public final class RecordedExchanges {
    private static final Set<String> RECORDED = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(RecordedExchanges::write, "what was seen is written down"));
    }

    private RecordedExchanges() {}

    /** Where this build's are written: a new file for each build. */
    public static Path file() {
        return Path.of("target", "exchanges-" + System.getProperty("solitude.build", "alone") + ".txt");
    }

    static void record(Exchange exchange) {
        String path = exchange.path()
                .replaceFirst("[?#].*", "")
                .replaceFirst("^https?://[^/]*", "")
                // as the server maps it, and the document has it
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
                    .log(System.Logger.Level.ERROR, "what was seen is lost", e);
        }
    }
}
