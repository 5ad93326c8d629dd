package org.solitude.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The section "Where is…?" of docs/ARCHITECTURE.md sends its reader to classes that exist. */
class WhereIsTest {

    private static final ArchitectureDocument DOCUMENT = ArchitectureDocument.read();

    @Test
    void atLeastThirtyQuestionsAreAnswered() {
        assertThat(questions()).hasSizeGreaterThanOrEqualTo(30);
    }

    @ParameterizedTest
    @MethodSource("questions")
    void answerIsTheOnlyClassOfItsNameInThePackageNamed(ArchitectureDocument.Row question) throws IOException {
        assertThat(question.names(1)).as("one class answers").hasSize(1);
        assertThat(packagesByClass().getOrDefault(question.names(1).iterator().next(), Set.of()))
                .as("packages with a class of that name")
                .isEqualTo(question.names(2));
    }

    @Test
    void classesInThePictureExist() throws IOException {
        Set<String> missing = DOCUMENT.classesInThePicture();
        missing.removeAll(packagesByClass().keySet());
        missing.removeAll(Set.of("DelayedRequests", "DelayedRequestsDead", "TasksEnded"));

        assertThat(missing).as("neither classes nor queues").isEmpty();
    }

    static List<ArchitectureDocument.Row> questions() {
        return DOCUMENT.table("Where is…?");
    }

    /** Returns the packages, relative to the root, that have a class of each name, in the main sources of all modules. */
    private static Map<String, Set<String>> packagesByClass() throws IOException {
        Map<String, Set<String>> packages = new TreeMap<>();
        try (DirectoryStream<Path> modules = Files.newDirectoryStream(Path.of(".."))) {
            for (Path module : modules) {
                Path sources = module.resolve("src/main/java/org/solitude");
                if (Files.isDirectory(sources)) {
                    try (Stream<Path> files = Files.walk(sources)) {
                        files.filter(file -> file.toString().endsWith(".java"))
                                .forEach(file -> packages.computeIfAbsent(
                                                file.getFileName().toString().replace(".java", ""),
                                                name -> new TreeSet<>())
                                        .add(sources.relativize(file.resolveSibling(""))
                                                .toString()
                                                .replace('/', '.')));
                    }
                }
            }
        }
        return packages;
    }
}
