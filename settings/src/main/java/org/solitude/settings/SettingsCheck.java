package org.solitude.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the settings that are read, described, scripted or documented, but not all that they have to be. */
final class SettingsCheck {

    private static final Pattern VARIABLE = Pattern.compile("(?<![A-Za-z0-9_])SOLITUDE_[A-Z0-9_]*");
    /** A property in prose; not a system property of tests ({@code -Dsolitude.…}), a file or a package. */
    private static final Pattern PROPERTY = Pattern.compile("(?<![\\w./$-])solitude(?:\\.[A-Za-z0-9-]+){2,}");
    /** What prose writes for any name: {@code SOLITUDE_DELAY_X_Y}. */
    private static final Pattern PLACEHOLDER = Pattern.compile("(?<=_)X(_Y)?(_FILE)?$");

    private final SourceTree sources;
    private final SettingsInventory inventory;
    private final List<String> problems = new ArrayList<>();

    private SettingsCheck(SourceTree sources, SettingsInventory inventory) {
        this.sources = sources;
        this.inventory = inventory;
    }

    /** One sentence for each problem. */
    static List<String> problems(SourceTree sources, SettingsInventory inventory) {
        SettingsCheck check = new SettingsCheck(sources, inventory);
        check.everySettingInUseIsDescribed();
        check.everyDescriptionIsComplete();
        check.everyDescriptionStandsBesideAReader();
        check.readersAgreeOnTheDefault();
        check.everyMentionedSettingExists();
        return List.copyOf(check.problems);
    }

    /** Whether a default means that nothing is set. */
    static boolean isNothing(String defaultValue) {
        return defaultValue.isEmpty() || defaultValue.equals("none");
    }

    private void everySettingInUseIsDescribed() {
        Stream.concat(inventory.reads().stream(), inventory.scripted().stream())
                .filter(read -> !exists(read.variable()))
                .forEach(read -> problems.add(read.place() + " uses " + read.variable()
                        + ", which is not described: describe it where it is read, with @Setting or a comment 'setting "
                        + read.variable() + " | type: …'."));
    }

    private void everyDescriptionIsComplete() {
        Set<String> seen = new HashSet<>();
        for (DescribedSetting setting : inventory.described()) {
            String at = setting.place() + " describes " + setting.variable();
            if (!seen.add(setting.variable())) {
                problems.add(at + " a second time: describe it once.");
            }
            if (setting.type().isEmpty() || !setting.text().endsWith(".")) {
                problems.add(at + " without its type, or without a text that ends with a full stop.");
            }
            if (SettingGroup.of(setting.variable()).isEmpty()) {
                problems.add(at + ", which belongs to no group: add it to one in SettingGroup.");
            }
            if (setting.defaultText() == null
                    && inventory.readsOf(setting).stream().anyMatch(SettingRead::computed)) {
                problems.add(at + ", whose default is computed: say in words what it is.");
            }
        }
    }

    private void everyDescriptionStandsBesideAReader() {
        for (DescribedSetting setting : inventory.described()) {
            List<SettingRead> reads = inventory.readsOf(setting);
            if (reads.isEmpty()) {
                problems.add(setting.place() + " describes " + setting.variable()
                        + ", which nothing reads: remove the description.");
            } else if (reads.stream().noneMatch(read -> isBeside(setting.place(), read.place()))) {
                problems.add(setting.place() + " describes " + setting.variable() + ", which is read elsewhere, at "
                        + reads.get(0).place() + ": move the description there.");
            }
        }
    }

    /** In the paragraph that begins with the description. */
    private boolean isBeside(Place description, Place read) {
        if (!description.file().equals(read.file()) || read.line() < description.line()) {
            return false;
        }
        return SourceTree.lines(sources.root().resolve(description.file()))
                .subList(description.line() - 1, read.line() - 1)
                .stream()
                .noneMatch(String::isBlank);
    }

    private void readersAgreeOnTheDefault() {
        for (DescribedSetting setting : inventory.described()) {
            Set<String> defaults = inventory.readsOf(setting).stream()
                    .map(SettingRead::defaultValue)
                    .filter(Objects::nonNull)
                    .map(value -> isNothing(value) ? "none" : value)
                    .collect(Collectors.toSet());
            if (defaults.size() > 1 && setting.defaultText() == null) {
                problems.add(setting.variable() + " has several defaults in the code: "
                        + inventory.readsOf(setting).stream()
                                .filter(read -> read.defaultValue() != null)
                                .map(read -> read.defaultValue() + " at " + read.place())
                                .collect(Collectors.joining(", "))
                        + ".");
            }
        }
    }

    private void everyMentionedSettingExists() {
        for (Path file : sources.documents()) {
            mentions(file, true);
        }
        for (List<Path> files : List.of(
                sources.productJava(), sources.expressionFiles(), sources.shellFiles(), sources.containerFiles())) {
            files.forEach(file -> mentions(file, true));
        }
        // Tests have system properties of their own, like solitude.wildfly.home.
        sources.testJava().forEach(file -> mentions(file, false));
    }

    private void mentions(Path file, boolean properties) {
        List<String> lines = SourceTree.lines(file);
        for (int i = 0; i < lines.size(); i++) {
            Place place = new Place(sources.name(file), i + 1);
            VARIABLE.matcher(lines.get(i))
                    .results()
                    .map(MatchResult::group)
                    .filter(variable -> !isMentionable(variable))
                    .forEach(variable -> unknown(variable, place));
            if (properties) {
                PROPERTY.matcher(lines.get(i))
                        .results()
                        .map(MatchResult::group)
                        .filter(property ->
                                inventory.systemProperties().stream().noneMatch(known -> known.startsWith(property)))
                        .filter(property -> !isMentionable(DescribedSetting.variableOf(property)))
                        .forEach(property -> unknown(property, place));
            }
        }
    }

    private void unknown(String name, Place place) {
        problems.add(place + " names " + name + ", but there is no such setting: correct the name.");
    }

    private boolean isMentionable(String variable) {
        if (exists(variable) || inventory.ofTools().contains(variable)) {
            return true;
        }
        String beginning = beginning(variable);
        return beginning != null
                && Stream.concat(
                                inventory.described().stream().filter(setting -> setting.beginsWith(beginning)),
                                inventory.ofTools().stream().filter(name -> name.startsWith(beginning)))
                        .findAny()
                        .isPresent();
    }

    /** The part before what stands for any name; null where the name is whole. */
    private static @Nullable String beginning(String variable) {
        String known = PLACEHOLDER.matcher(variable).replaceFirst("");
        return known.endsWith("_") ? known : null;
    }

    private boolean exists(String variable) {
        return inventory.described().stream().anyMatch(setting -> setting.isNamed(variable));
    }
}
