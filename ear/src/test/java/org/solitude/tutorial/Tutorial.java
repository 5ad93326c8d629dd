package org.solitude.tutorial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The steps of the document in their order: commands ({@code bash}) with their output ({@code text}). */
record Tutorial(List<Step> steps) {
    private static final Pattern BLOCK =
            Pattern.compile("^```(bash|text)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final String MAVEN = "mvn ";
    private static final String ANYTHING = "…";

    /**
     * Commands and their expected output.
     *
     * @param expected empty if the document shows no output
     */
    record Step(String commands, String expected) {

        /** Returns whether the commands start a server that runs until it is stopped. */
        boolean startsServer() {
            return commands.lines().anyMatch(line -> line.startsWith(MAVEN));
        }

        /** Returns whether an output is the expected one. */
        boolean matches(String output) {
            String pattern = expected.strip()
                    .lines()
                    .map(line -> Pattern.quote(line).replace(ANYTHING, "\\E[\\s\\S]*\\Q"))
                    .collect(Collectors.joining("\n"));
            return expected.isEmpty() || output.strip().matches(pattern);
        }
    }

    static Tutorial read(Path file) {
        List<Step> steps = new ArrayList<>();
        Matcher block = BLOCK.matcher(text(file));
        while (block.find()) {
            if (block.group(1).equals("bash")) {
                steps.add(new Step(block.group(2), ""));
            } else {
                Step last = steps.remove(steps.size() - 1);
                steps.add(new Step(last.commands(), block.group(2)));
            }
        }
        return new Tutorial(steps);
    }

    /** Returns the script that sets the settings of the servers. */
    String settings() {
        return steps.stream()
                .filter(Step::startsServer)
                .flatMap(step -> step.commands().lines())
                .filter(line -> !line.startsWith(MAVEN))
                .collect(Collectors.joining("\n"));
    }

    /** Returns the commands that start the servers. */
    List<String> startCommands() {
        return steps.stream()
                .flatMap(step -> step.commands().lines())
                .filter(line -> line.startsWith(MAVEN))
                .toList();
    }

    /** Returns the steps after the start of the servers. */
    List<Step> calls() {
        return steps.stream().filter(step -> !step.startsServer()).toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
