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

/** The document: what is to be typed ({@code bash}), and what comes back ({@code text}), in its order. */
record Tutorial(List<Step> steps) {
    private static final Pattern BLOCK =
            Pattern.compile("^```(bash|text)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final String MAVEN = "mvn ";
    private static final String ANYTHING = "…";

    /**
     * What is typed, and what comes back.
     *
     * @param expected empty where the document does not say
     */
    record Step(String commands, String expected) {

        /** Starts a server that runs until it is stopped. */
        boolean startsServer() {
            return commands.lines().anyMatch(line -> line.startsWith(MAVEN));
        }

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

    /** The settings that the servers are started with, as a script. */
    String settings() {
        return steps.stream()
                .filter(Step::startsServer)
                .flatMap(step -> step.commands().lines())
                .filter(line -> !line.startsWith(MAVEN))
                .collect(Collectors.joining("\n"));
    }

    /** The commands that start the servers. */
    List<String> startCommands() {
        return steps.stream()
                .flatMap(step -> step.commands().lines())
                .filter(line -> line.startsWith(MAVEN))
                .toList();
    }

    /** What is typed once they run. */
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
