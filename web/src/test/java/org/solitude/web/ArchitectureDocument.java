package org.solitude.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads what docs/ARCHITECTURE.md says about packages, arrows, ports and classes, so that tests can check it. */
final class ArchitectureDocument {

    /** All packages in the document are relative to this one. */
    static final String ROOT = "org.solitude.";

    private static final Path FILE = Path.of("../docs/ARCHITECTURE.md");
    private static final Pattern CLASS_NAME = Pattern.compile("\\b[A-Z][a-z]+(?:[A-Z][A-Za-z]*)+\\b");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    private final String text;

    private ArchitectureDocument(String text) {
        this.text = text;
    }

    static ArchitectureDocument read() {
        try {
            return new ArchitectureDocument(Files.readString(FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns the packages of the block {@code arrows}, in its order, each with the packages that it may depend on. A
     * line that begins with a space continues the line before.
     */
    Map<String, Set<String>> arrows() {
        Map<String, Set<String>> arrows = new LinkedHashMap<>();
        block("arrows")
                .replaceAll("\n +", " ")
                .lines()
                .filter(line -> !line.isBlank())
                .forEach(line -> {
                    String[] sides = line.split("→", 2);
                    Set<String> targets = sides.length == 1
                            ? Set.of()
                            : Pattern.compile(",")
                                    .splitAsStream(sides[1])
                                    .map(String::strip)
                                    .collect(Collectors.toCollection(TreeSet::new));
                    if (arrows.put(sides[0].strip(), targets) != null) {
                        throw new IllegalStateException("listed twice: " + sides[0]);
                    }
                });
        return arrows;
    }

    /** Returns the names in the picture that look like those of classes. */
    Set<String> classesInThePicture() {
        return CLASS_NAME
                .matcher(block("text"))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns the rows of the table under this heading, without its header and without rows that name nothing. */
    List<Row> table(String heading) {
        return section(heading)
                .lines()
                .filter(line -> line.startsWith("|"))
                .skip(2)
                .map(line -> new Row(
                        Pattern.compile("\\|").splitAsStream(line.substring(1)).toList()))
                .filter(row -> CODE.matcher(row.toString()).find())
                .toList();
    }

    /** A row of a table. */
    record Row(List<String> columns) {

        /** Returns what stands between backquotes in this column, counted from 0. */
        Set<String> names(int column) {
            return CODE.matcher(columns.get(column))
                    .results()
                    .map(found -> found.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private String section(String heading) {
        return find("(?ms)^## " + Pattern.quote(heading) + "$(.*?)(?=^## |\\z)");
    }

    private String block(String language) {
        return find("(?ms)^```" + language + "$(.*?)^```$");
    }

    private String find(String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        if (!found.find()) {
            throw new IllegalStateException(FILE + " has nothing like " + pattern);
        }
        return found.group(1);
    }
}
