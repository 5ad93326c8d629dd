package org.solitude.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The packages, arrows and ports in docs/ARCHITECTURE.md are those of the code, no more and no fewer. */
@AnalyzeClasses(packages = "org.solitude", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitecturePictureTest {

    private static final ArchitectureDocument DOCUMENT = ArchitectureDocument.read();
    private static final Map<String, Set<String>> DRAWN = DOCUMENT.arrows();

    @ArchTest
    static void everyDependencyIsDrawn(JavaClasses classes) {
        Set<String> missing = arrows(dependencies(classes));
        missing.removeAll(arrows(DRAWN));

        assertThat(missing).as("arrows to add to the block `arrows`").isEmpty();
    }

    @ArchTest
    static void everyArrowIsADependency(JavaClasses classes) {
        Set<String> obsolete = arrows(DRAWN);
        obsolete.removeAll(arrows(dependencies(classes)));

        assertThat(obsolete).as("arrows to remove from the block `arrows`").isEmpty();
    }

    @ArchTest
    static void everyPackageIsListed(JavaClasses classes) {
        assertThat(DRAWN.keySet())
                .containsExactlyInAnyOrderElementsOf(dependencies(classes).keySet());
    }

    /** Hence there are no cycles. */
    @ArchTest
    static void arrowsPointDownTheList(JavaClasses classes) {
        List<String> order = new ArrayList<>(DRAWN.keySet());

        DRAWN.forEach((source, targets) -> assertThat(order.subList(order.indexOf(source) + 1, order.size()))
                .containsAll(targets));
    }

    @ArchTest
    static void portsAndAdaptersAreAllListed(JavaClasses classes) {
        Map<Set<String>, Set<String>> listed = DOCUMENT.table("Ports").stream()
                .collect(Collectors.groupingBy(
                        row -> row.names(0), Collectors.flatMapping(row -> row.names(1).stream(), Collectors.toSet())));

        assertThat(listed)
                .isEqualTo(classes.stream()
                        .filter(type -> type.isInterface() && !type.isAnnotation() && type.isTopLevelClass())
                        .filter(type -> adapters(type).findAny().isPresent())
                        .collect(Collectors.toMap(port -> Set.of(port.getSimpleName()), port -> adapters(port)
                                .map(JavaClass::getSimpleName)
                                .collect(Collectors.toSet()))));
    }

    private static Stream<JavaClass> adapters(JavaClass port) {
        return port.getAllSubclasses().stream().filter(type -> !type.isInterface() && type.isTopLevelClass());
    }

    private static Map<String, Set<String>> dependencies(JavaClasses classes) {
        Map<String, Set<String>> found = new TreeMap<>();
        for (JavaClass type : classes) {
            if (type.getSimpleName().equals("package-info")) {
                continue;
            }
            Set<String> targets = found.computeIfAbsent(listed(type), source -> new TreeSet<>());
            type.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                    .filter(target -> target.getPackageName().startsWith(ArchitectureDocument.ROOT))
                    .map(ArchitecturePictureTest::listed)
                    .filter(target -> !target.equals(listed(type)))
                    .forEach(targets::add);
        }
        return found;
    }

    /** Returns the listed package that the class is in, directly or by a subpackage; its own where none is listed. */
    private static String listed(JavaClass type) {
        String own = type.getPackageName().substring(ArchitectureDocument.ROOT.length());
        for (String name = own; ; name = name.substring(0, name.lastIndexOf('.'))) {
            if (DRAWN.containsKey(name)) {
                return name;
            }
            if (name.indexOf('.') < 0) {
                return own;
            }
        }
    }

    private static Set<String> arrows(Map<String, Set<String>> targets) {
        return targets.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(target -> entry.getKey() + " → " + target))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
