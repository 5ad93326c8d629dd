package org.solitude.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files of the project, by what they are to settings.
 *
 * @param root the directory of the root POM
 */
record SourceTree(Path root) {

    /** The modules that make the product. */
    private static final List<String> PRODUCT = List.of("ejb", "web", "ear", "docker");
    /** The modules whose commands serve tests: their variables are no settings of the product. */
    private static final List<String> TOOLS = List.of("testkit", "bench");

    SourceTree {
        root = root.toAbsolutePath().normalize();
    }

    List<Path> productJava() {
        return PRODUCT.stream()
                .flatMap(module -> below(module + "/src/main", ".java"))
                .toList();
    }

    List<Path> toolJava() {
        return TOOLS.stream()
                .flatMap(module -> below(module + "/src/main", ".java"))
                .toList();
    }

    List<Path> testJava() {
        return Stream.concat(PRODUCT.stream(), TOOLS.stream())
                .flatMap(module -> below(module + "/src/test", ".java"))
                .toList();
    }

    /** Files in which the server resolves {@code ${env.NAME:default}}. */
    List<Path> expressionFiles() {
        return Stream.concat(
                        list("docker", ".cli"),
                        PRODUCT.stream()
                                .flatMap(module -> Stream.concat(
                                        below(module + "/src/main", ".xml"),
                                        below(module + "/src/main", ".properties"))))
                .toList();
    }

    List<Path> shellFiles() {
        return list("docker", ".sh").toList();
    }

    /** Files that set variables for the server and read none. */
    List<Path> containerFiles() {
        return Stream.concat(list("docker", "compose.yaml"), list("docker", "Dockerfile"))
                .toList();
    }

    /** What people read, without the generated reference. */
    List<Path> documents() {
        return Stream.concat(list(".", ".md"), below("docs", ".md"))
                .filter(file -> !name(file).equals(SettingsReference.FILE))
                .toList();
    }

    /** The file's path from the root. */
    String name(Path file) {
        return root.relativize(file.normalize()).toString().replace('\\', '/');
    }

    static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Stream<Path> list(String directory, String ending) {
        return walk(directory, 1, ending);
    }

    private Stream<Path> below(String directory, String ending) {
        return walk(directory, Integer.MAX_VALUE, ending);
    }

    private Stream<Path> walk(String directory, int depth, String ending) {
        Path start = root.resolve(directory).normalize();
        if (!Files.isDirectory(start)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.walk(start, depth)) {
            return files
                    .filter(file -> file.getFileName().toString().endsWith(ending) && Files.isRegularFile(file))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
