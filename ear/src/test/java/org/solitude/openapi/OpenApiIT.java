package org.solitude.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.parser.OpenAPIV3Parser;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.solitude.harness.TestServer;
import org.solitude.harness.UsesSharedServer;
import org.solitude.testkit.client.ApiResponse;
import org.solitude.testkit.client.SolitudeClient;

/** Tests that the OpenAPI document is public, valid and complete. */
@UsesSharedServer
class OpenApiIT {
    private final SolitudeClient anonymous = TestServer.anonymous().with("Accept", "application/json");

    @Test
    void documentIsPublicAndValid() {
        ApiResponse response = anonymous.get("/openapi");
        assertThat(response.status()).as("%s", response).isEqualTo(200);
        assertThat(new OpenAPIV3Parser().readContents(response.text()).getMessages())
                .isEmpty();
        document().save();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "nonsense", "*/*;q=x", "application/json;q=,", ""})
    void invalidAcceptHeaderIsNoServerError(String accept) {
        assertThat(TestServer.anonymous().with("Accept", accept).get("/openapi").status())
                .isLessThan(500);
    }

    @Test
    void documentHasExactlyTheRoutesOfTheServer() {
        Set<String> running = TestServer.client()
                .get("/probe/routes/")
                .text()
                .lines()
                .filter(route -> !route.contains(" /probe/"))
                .map(OpenApiDocument::withoutVariableNames)
                .collect(Collectors.toSet());
        assertThat(document().routes()).isEqualTo(running);
    }

    @Test
    void everyWriteDocumentsTheAsyncHeaders() {
        assertThat(document().operations())
                .filteredOn(operation -> operation.isWrite() && !operation.isPublic())
                .isNotEmpty()
                .allSatisfy(write -> assertThat(write.sharedParameters())
                        .as("%s", write)
                        .contains("SolitudeAsync", "Prefer", "SolitudePriority"));
    }

    @Test
    void everyOperationHasASummary() {
        assertThat(document().operations()).isNotEmpty().allSatisfy(operation -> assertThat(
                        operation.definition().getString("summary", ""))
                .as("the summary of %s", operation)
                .isNotBlank());
    }

    private OpenApiDocument document() {
        return OpenApiDocument.parse(anonymous.get("/openapi").text());
    }
}
