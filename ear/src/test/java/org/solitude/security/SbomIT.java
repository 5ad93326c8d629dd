package org.solitude.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests that the bill of materials (CycloneDX) that the build makes lists exactly the libraries in the EAR. */
class SbomIT {

    /** Skips the test if the bill is older than the EAR: Maven makes it only when it is online. */
    @BeforeEach
    void requireSbomOfThisBuild() throws IOException {
        Path sbom = file("solitude.sbom");
        assumeThat(Files.exists(sbom)
                        && Files.getLastModifiedTime(sbom).compareTo(Files.getLastModifiedTime(file("solitude.ear")))
                                >= 0)
                .as("an offline build makes no bill of materials")
                .isTrue();
    }

    @Test
    void sbomListsEveryShippedLibrary() throws IOException {
        List<String> listed = new ArrayList<>();
        try (JsonReader reader = Json.createReader(Files.newBufferedReader(file("solitude.sbom")))) {
            JsonObject sbom = reader.readObject();
            assertThat(sbom.getString("bomFormat")).isEqualTo("CycloneDX");
            for (JsonObject component : sbom.getJsonArray("components").getValuesAs(JsonObject.class)) {
                if (!component.getString("group").equals("org.solitude")) {
                    listed.add(component.getString("name") + "-" + component.getString("version") + ".jar");
                }
            }
        }
        assertThat(libraries()).isNotEmpty().containsExactlyInAnyOrderElementsOf(listed);
    }

    /**
     * Returns the file names of the jars in the EAR and its WAR, including unpacked ones, without the group that the
     * EAR adds.
     */
    private static List<String> libraries() throws IOException {
        List<String> libraries = new ArrayList<>();
        try (ZipInputStream ear = new ZipInputStream(Files.newInputStream(file("solitude.ear")))) {
            for (ZipEntry entry = ear.getNextEntry(); entry != null; entry = ear.getNextEntry()) {
                if (entry.getName().matches("lib/.+\\.jar")) {
                    libraries.add(entry.getName().replaceFirst("^lib/([a-z0-9]+\\.)+[a-z0-9]+-", ""));
                } else if (entry.getName().endsWith(".war")) {
                    ZipInputStream war = new ZipInputStream(ear);
                    for (ZipEntry each = war.getNextEntry(); each != null; each = war.getNextEntry()) {
                        if (each.getName().matches("WEB-INF/lib/.+\\.jar")) {
                            libraries.add(each.getName().substring("WEB-INF/lib/".length()));
                        } else if (each.getName().equals("docs/swagger-ui/swagger-ui-bundle.js")) {
                            libraries.add("swagger-ui-" + System.getProperty("solitude.swagger-ui") + ".jar");
                        }
                    }
                }
            }
        }
        return libraries;
    }

    private static Path file(String property) {
        return Path.of(System.getProperty(property));
    }
}
