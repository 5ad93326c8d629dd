package org.solitude.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.solitude.harness.RecordedExchanges;
import org.solitude.openapi.OpenApiDocument.Operation;

/**
 * Runs when all tests of the server have run: every answer that the document promises was got by one of them. An answer that
 * comes from the layers around the resources, and is the same code for all, was got somewhere; any other at its operation.
 */
class DocumentedResponsesTest {
    private static final Set<String> OF_THE_LAYERS = Set.of("TooMany", "Unavailable", "TooLarge", "KeyInUse");

    private final OpenApiDocument document = OpenApiDocument.load();

    @Test
    void eachWasGotByATest() throws IOException {
        List<String> seen = Files.readAllLines(RecordedExchanges.file());
        Set<String> missing = new TreeSet<>();
        for (Operation operation : document.operations()) {
            for (String status : operation.statuses()) {
                if (!status.equals("default")
                        && seen.stream().noneMatch(wanted(operation, status).asMatchPredicate())) {
                    missing.add(operation + " " + status);
                }
            }
        }
        assertThat(missing).as("documented, and got by no test").isEmpty();
    }

    private static Pattern wanted(Operation operation, String status) {
        if (OF_THE_LAYERS.contains(operation.component(status))) {
            return Pattern.compile("\\w+ /(?!probe/).* " + status);
        }
        String path = operation
                .path()
                .replaceAll("\\{path}", ".+")
                .replaceAll("\\{.*?}", "[^/ ]+")
                .replaceAll("/$", "/?");
        return Pattern.compile(operation.method() + " " + path + " " + status);
    }
}
