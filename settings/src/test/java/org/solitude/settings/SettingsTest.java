package org.solitude.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Tests this project's settings: each one is read and described, and {@code docs/settings.md} is current. */
class SettingsTest {

    private static final SourceTree SOURCES = new SourceTree(Path.of(".."));
    private static final SettingsInventory INVENTORY = SettingsInventory.of(SOURCES);

    @Test
    void readDescribedScriptedAndDocumentedSettingsAreTheSame() {
        assertThat(SettingsCheck.problems(SOURCES, INVENTORY)).isEmpty();
        assertThat(INVENTORY.described()).hasSizeGreaterThan(100);
    }

    @Test
    void referenceIsWhatTheSourcesGenerate() throws IOException {
        Path reference = SOURCES.root().resolve(SettingsReference.FILE);

        assertThat(Files.exists(reference) ? Files.readString(reference) : "")
                .as(
                        "%s is not what the sources generate. Run `%s` and commit it.",
                        SettingsReference.FILE, SettingsReference.COMMAND)
                .isEqualTo(new SettingsReference(INVENTORY).markdown());
    }
}
