package org.solitude.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Tests that the documentation has all settings of the scripts. */
class SettingsTest {

    @Test
    void everySettingOfTheScriptsIsDocumented() throws IOException {
        String documents =
                Files.readString(Path.of("../docs/operations.md")) + Files.readString(Path.of("../docs/security.md"));

        assertThat(Pattern.compile("\\$\\{env\\.(SOLITUDE_\\w+)")
                        .matcher(Files.readString(Path.of("solitude.cli")) + Files.readString(Path.of("nodes.cli")))
                        .results()
                        .map((MatchResult variable) -> "`" + variable.group(1) + "`")
                        .distinct())
                .isNotEmpty()
                .allSatisfy(variable -> assertThat(documents).contains(variable));
    }
}
