package org.solitude.settings;

import java.util.List;
import java.util.Objects;

/** Renders {@code docs/settings.md}. */
final class SettingsReference {

    static final String FILE = "docs/settings.md";
    static final String COMMAND = "mvn -q -pl settings compile exec:java@write";

    private static final String INTRODUCTION = """
            # Settings

            <!-- Generated from the sources. Do not edit: change the description beside the reader, then run
                 %s -->

            Settings are environment variables of the server, read when it starts. None needs a rebuild.

            | a value is | written |
            | --- | --- |
            | a duration | as in ISO 8601: `PT15S`, `PT5M`, `P30D` |
            | a size | in bytes, without a suffix |
            | a list | with commas between the elements |
            | a boolean | `true` or `false` |

            **Settings of the application** have a second name, a property: `SOLITUDE_DELAY_X_Y` is
            `solitude.delay.x-y`. It is read, in this order, from:

            1. a system property of the JVM, `-Dsolitude.delay.sweep=PT30S`;
            2. the environment variable;
            3. WildFly's credential store, under the property's name as alias: for secrets ([security.md](security.md));
            4. a file with the property's name in the directory `SOLITUDE_SETTINGS`.

            All other settings are read by the server's configuration or the start scripts, from the environment only.

            **Range** is what makes sense. Where it says *enforced*, the application refuses other values, and most of
            them stop its start. Where it says *reported*, `/services/status/` tells that the settings do not fit
            together. Elsewhere only the type is checked: a number or duration that cannot be read stops the start.
            """.formatted(COMMAND);

    private final SettingsInventory inventory;

    SettingsReference(SettingsInventory inventory) {
        this.inventory = inventory;
    }

    String markdown() {
        StringBuilder markdown = new StringBuilder(INTRODUCTION);
        for (SettingGroup group : SettingGroup.values()) {
            List<DescribedSetting> settings = inventory.described().stream()
                    .filter(setting -> SettingGroup.of(setting.variable())
                            .filter(group::equals)
                            .isPresent())
                    .toList();
            if (!settings.isEmpty()) {
                markdown.append("\n## ").append(group.title()).append("\n\n");
                markdown.append(group.introduction()).append("\n\n");
                markdown.append("| variable | type | unit | default | range | description |\n");
                markdown.append("| --- | --- | --- | --- | --- | --- |\n");
                settings.forEach(setting -> markdown.append(row(setting)));
            }
        }
        return markdown.toString();
    }

    private String row(DescribedSetting setting) {
        String property = setting.property() == null ? "" : "<br>`" + setting.property() + "`";
        return "| %s | %s | %s | %s | %s | %s |%n"
                .formatted(
                        "`" + setting.variable() + "`" + property,
                        cell(setting.type()),
                        cell(setting.unit()),
                        cell(defaultOf(setting)),
                        cell(setting.range()),
                        cell(setting.text()))
                .replace(System.lineSeparator(), "\n");
    }

    private String defaultOf(DescribedSetting setting) {
        if (setting.defaultText() != null) {
            return setting.defaultText();
        }
        return inventory.readsOf(setting).stream()
                .map(SettingRead::defaultValue)
                .filter(Objects::nonNull)
                .filter(value -> !SettingsCheck.isNothing(value))
                .findFirst()
                .map(value -> "`" + value + "`")
                .orElse("none");
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
