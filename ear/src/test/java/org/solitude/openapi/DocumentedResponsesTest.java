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
 * Tests, after all container tests, that one of them received each documented response. A response that the layers
 * around the resources send for all operations may have been received from any operation, another one only from its
 * own.
 */
class DocumentedResponsesTest {
    private static final Set<String> SHARED_BY_ALL_OPERATIONS =
            Set.of("TooMany", "Unavailable", "TooSlow", "TooLarge", "KeyInUse");

    private final OpenApiDocument document = OpenApiDocument.load();

    @Test
    void everyDocumentedResponseWasReceivedByATest() throws IOException {
        List<String> exchanges = Files.readAllLines(RecordedExchanges.file());
        Set<String> missing = new TreeSet<>();
        for (Operation operation : document.operations()) {
            for (String status : operation.statuses()) {
                if (!status.equals("default")
                        && exchanges.stream()
                                .noneMatch(pattern(operation, status).asMatchPredicate())) {
                    missing.add(operation + " " + status);
                }
            }
        }
        assertThat(missing).as("documented, but received by no test").isEmpty();
    }

    private static Pattern pattern(Operation operation, String status) {
        if (SHARED_BY_ALL_OPERATIONS.contains(operation.component(status))) {
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
