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

/** The document itself: for everybody, sound, and of every route there is. */
@UsesSharedServer
class OpenApiIT {
    private final SolitudeClient nobody = TestServer.anonymous().with("Accept", "application/json");

    @Test
    void isForEverybodyAndSound() {
        ApiResponse answer = nobody.get("/openapi");
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        assertThat(new OpenAPIV3Parser().readContents(answer.text()).getMessages())
                .isEmpty();
        document().save();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "nonsense", "*/*;q=x", "application/json;q=,", ""})
    void noAcceptIsTooStrange(String accept) {
        assertThat(TestServer.anonymous().with("Accept", accept).get("/openapi").status())
                .isLessThan(500);
    }

    @Test
    void hasEveryRouteOfTheServerAndNoOther() {
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
    void everyWriteHasTheHeadersThatDelayIt() {
        assertThat(document().operations())
                .filteredOn(operation -> operation.isWrite() && !operation.isPublic())
                .isNotEmpty()
                .allSatisfy(write -> assertThat(write.sharedParameters())
                        .as("%s", write)
                        .contains("SolitudeAsync", "Prefer", "SolitudePriority"));
    }

    @Test
    void everyOperationSaysWhatItIsFor() {
        assertThat(document().operations()).isNotEmpty().allSatisfy(operation -> assertThat(
                        operation.definition().getString("summary", ""))
                .as("the summary of %s", operation)
                .isNotBlank());
    }

    private OpenApiDocument document() {
        return OpenApiDocument.parse(nobody.get("/openapi").text());
    }
}
