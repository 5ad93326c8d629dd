package org.solitude.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Rewrites {@code docs/settings.md} from the sources; see {@link SettingsReference#COMMAND}. */
public final class SettingsCommand {

    private SettingsCommand() {}

    /**
     * Takes the directory of the root POM.
     *
     * @throws IllegalStateException where the settings are inconsistent; the reference is not written then
     */
    public static void main(String[] arguments) throws IOException {
        SourceTree sources = new SourceTree(Path.of(arguments[0]));
        SettingsInventory inventory = SettingsInventory.of(sources);
        List<String> problems = SettingsCheck.problems(sources, inventory);
        if (!problems.isEmpty()) {
            throw new IllegalStateException(String.join("\n", problems));
        }
        Path file = sources.root().resolve(SettingsReference.FILE);
        Files.writeString(file, new SettingsReference(inventory).markdown());
        System.out.println("Wrote " + inventory.described().size() + " settings to " + file);
    }
}
