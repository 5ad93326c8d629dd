package org.solitude.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests that an inconsistent setting is reported, in a project of a few files. */
class SettingsCheckTest {

    private static final String SCRIPT = """
            # setting SOLITUDE_PORT | type: port
            #   | range: 0 to 65535
            #   The port of the API,
            #   before the offset.
            http:write-attribute(name=port, value="${env.SOLITUDE_PORT:${jboss.http.port:8080}}")
            """;

    private static final String SETTINGS = """
            class TaskSettings {

                @Setting(description = "How many attempts a task " + "has.", unit = "attempts", range = "1 or more")
                @ConfigProperty(name = "solitude.delay.attempts", defaultValue = "8")
                private int attempts;
            }
            """;

    private static final String PROVIDER = """
            enum ProviderSetting {
                @Setting(description = "The time-out.", type = "duration")
                READ_TIMEOUT("solitude.provider.NAME.read-timeout", "PT30S");
            }
            """;

    @TempDir
    private Path root;

    @BeforeEach
    void writeConsistentProject() throws IOException {
        write("docker/solitude.cli", SCRIPT);
        write("ejb/src/main/java/TaskSettings.java", SETTINGS);
        write("ejb/src/main/java/ProviderSetting.java", PROVIDER);
        write(
                "README.md",
                "Set `SOLITUDE_DELAY_ATTEMPTS`, `SOLITUDE_DELAY_…`, `SOLITUDE_PROVIDER_REFERENCE_READ_TIMEOUT`.");
    }

    @Test
    void consistentProjectHasNoProblem() {
        assertThat(problems()).isEmpty();
    }

    @Test
    void referenceHasTypeUnitDefaultRangeAndDescription() {
        assertThat(new SettingsReference(SettingsInventory.of(new SourceTree(root))).markdown())
                .contains(
                        "| `SOLITUDE_DELAY_ATTEMPTS`<br>`solitude.delay.attempts` | integer | attempts | `8`"
                                + " | 1 or more | How many attempts a task has. |",
                        "| `SOLITUDE_PORT` | port |  | `8080` | 0 to 65535 | The port of the API, before the offset. |",
                        "| `SOLITUDE_PROVIDER_NAME_READ_TIMEOUT`<br>`solitude.provider.NAME.read-timeout` | duration |"
                                + "  | `PT30S` |  | The time-out. |");
    }

    @Test
    void propertyReadWithoutDescriptionIsReported() throws IOException {
        write("ejb/src/main/java/TaskSettings.java", SETTINGS.replaceAll("@Setting.*", ""));

        assertThat(problems()).anySatisfy(problem -> assertThat(problem)
                .contains("uses SOLITUDE_DELAY_ATTEMPTS, which is not described"));
    }

    @Test
    void variableReadByScriptWithoutDescriptionIsReported() throws IOException {
        write("docker/start.sh", "port=${SOLITUDE_PORTS:-1}\n");

        assertThat(problems()).anySatisfy(problem -> assertThat(problem)
                .contains("docker/start.sh:1 uses SOLITUDE_PORTS, which is not described"));
    }

    @Test
    void variableSetByComposeFileWithoutDescriptionIsReported() throws IOException {
        write("docker/compose.yaml", "    environment:\n      SOLITUDE_DELAY_ATTEMPT: 3\n");

        assertThat(problems()).anySatisfy(problem -> assertThat(problem)
                .contains("docker/compose.yaml:2 uses SOLITUDE_DELAY_ATTEMPT, which is not described"));
    }

    @Test
    void describedSettingThatNothingReadsIsReported() throws IOException {
        write("docker/solitude.cli", SCRIPT.replace("${env.SOLITUDE_PORT:${jboss.http.port:8080}}", "8080"));

        assertThat(problems()).singleElement().asString().contains("SOLITUDE_PORT, which nothing reads");
    }

    @Test
    void descriptionThatIsNotBesideItsReaderIsReported() throws IOException {
        write("docker/solitude.cli", SCRIPT.replace("offset.\n", "offset.\n\n"));

        assertThat(problems()).singleElement().asString().contains("SOLITUDE_PORT, which is read elsewhere");
    }

    @Test
    void readersWithDifferentDefaultsAreReported() throws IOException {
        write("docker/src/main/java/Endpoints.java", "class Endpoints { int port = number(\"SOLITUDE_PORT\", 9090); }");

        assertThat(problems()).singleElement().asString().contains("SOLITUDE_PORT has several defaults");
    }

    @Test
    void documentedSettingThatDoesNotExistIsReported() throws IOException {
        write(
                "docs/operations.md",
                "Set `SOLITUDE_DELAY_ATTEMPT`,\nor `solitude.delay.tries`, or `SOLITUDE_LATER_…`.\n");

        assertThat(problems())
                .containsExactlyInAnyOrder(
                        "docs/operations.md:1 names SOLITUDE_DELAY_ATTEMPT, but there is no such setting: correct the"
                                + " name.",
                        "docs/operations.md:2 names solitude.delay.tries, but there is no such setting: correct the"
                                + " name.",
                        "docs/operations.md:2 names SOLITUDE_LATER_, but there is no such setting: correct the name.");
    }

    @Test
    void variableOfTestToolMayBeDocumented() throws IOException {
        write("bench/src/main/java/Bench.java", "class Bench { String name = System.getenv(\"SOLITUDE_CLIENT\"); }");
        write("docs/testing.md", "Set `SOLITUDE_CLIENT`, and give Maven `-Dsolitude.kills.most=3`.");

        assertThat(problems()).isEmpty();
    }

    private List<String> problems() {
        SourceTree sources = new SourceTree(root);
        return SettingsCheck.problems(sources, SettingsInventory.of(sources));
    }

    private void write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
