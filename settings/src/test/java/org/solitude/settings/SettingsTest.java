package org.solitude.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

        List<String> committed = Files.exists(reference) ? Files.readAllLines(reference) : List.of();
        List<String> changed = new SettingsReference(INVENTORY)
                .markdown()
                .lines()
                .filter(line -> !committed.contains(line))
                .toList();

        assertThat(committed)
                .withFailMessage(
                        "%s is not what the sources generate: run `%s` and commit it. New lines: %s",
                        SettingsReference.FILE, SettingsReference.COMMAND, changed)
                .isEqualTo(new SettingsReference(INVENTORY).markdown().lines().toList());
    }
}
