package org.solitude.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * All settings of the product: where they are described and where they are read.
 *
 * @param described sorted by variable
 * @param reads of Java, scripts and descriptors
 * @param scripted variables that the image or the compose file sets
 * @param ofTools variables of the commands that serve tests, which are no settings of the product
 * @param systemProperties properties that the set-up script makes for the application, which no operator sets
 */
record SettingsInventory(
        List<DescribedSetting> described,
        List<SettingRead> reads,
        List<SettingRead> scripted,
        Set<String> ofTools,
        Set<String> systemProperties) {

    private static final Pattern SYSTEM_PROPERTY = Pattern.compile("/system-property=(solitude[a-z0-9.-]+):add");
    private static final Pattern SHELL_VARIABLE = Pattern.compile("\\bSOLITUDE_[A-Z0-9_]*[A-Z0-9]\\b(?::-([^}$]+)})?");

    static SettingsInventory of(SourceTree sources) {
        Set<String> systemProperties = systemProperties(sources);
        JavaSettings.Found java = JavaSettings.in(sources.productJava(), sources);
        List<DescribedSetting> described = new ArrayList<>(java.described());
        List<SettingRead> reads = new ArrayList<>(java.reads());
        reads.removeIf(read ->
                systemProperties.stream().map(DescribedSetting::variableOf).anyMatch(read.variable()::equals));
        sources.expressionFiles().forEach(file -> reads.addAll(expressions(file, sources)));
        sources.shellFiles().forEach(file -> reads.addAll(shell(file, sources)));
        List<SettingRead> scripted = new ArrayList<>();
        sources.containerFiles().forEach(file -> scripted.addAll(shell(file, sources)));
        for (List<Path> files : List.of(sources.productJava(), sources.expressionFiles(), sources.shellFiles())) {
            files.forEach(file -> described.addAll(CommentDescriptions.in(SourceTree.lines(file), sources.name(file))));
        }
        described.sort(Comparator.comparing(DescribedSetting::variable));
        Set<String> ofTools = new TreeSet<>();
        JavaSettings.in(sources.toolJava(), sources).reads().forEach(read -> ofTools.add(read.variable()));
        return new SettingsInventory(
                List.copyOf(described), List.copyOf(reads), List.copyOf(scripted), ofTools, systemProperties);
    }

    /** The readings of a setting. */
    List<SettingRead> readsOf(DescribedSetting setting) {
        return reads.stream().filter(read -> setting.isNamed(read.variable())).toList();
    }

    private static Set<String> systemProperties(SourceTree sources) {
        Set<String> names = new TreeSet<>();
        for (Path file : sources.expressionFiles()) {
            for (String line : SourceTree.lines(file)) {
                Matcher property = SYSTEM_PROPERTY.matcher(line);
                if (property.find()) {
                    names.add(property.group(1));
                }
            }
        }
        return names;
    }

    private static List<SettingRead> expressions(Path file, SourceTree sources) {
        List<SettingRead> reads = new ArrayList<>();
        eachLine(file, sources, (line, place) -> reads.addAll(Expressions.in(line, place)));
        return reads;
    }

    private static List<SettingRead> shell(Path file, SourceTree sources) {
        List<SettingRead> reads = new ArrayList<>();
        eachLine(file, sources, (line, place) -> SHELL_VARIABLE
                .matcher(line)
                .results()
                .forEach(variable -> reads.add(
                        new SettingRead(variable.group().split(":-", 2)[0], variable.group(1), false, place))));
        return reads;
    }

    /** What is done with a line that is no comment. */
    private interface LineReader {
        void read(String line, Place place);
    }

    private static void eachLine(Path file, SourceTree sources, LineReader reader) {
        List<String> lines = SourceTree.lines(file);
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).strip().startsWith("#")) {
                reader.read(lines.get(i), new Place(sources.name(file), i + 1));
            }
        }
    }
}
