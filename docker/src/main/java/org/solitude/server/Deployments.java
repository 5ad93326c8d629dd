package org.solitude.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a server deploys: archives in a directory that WildFly's scanner reads, each with a marker file that says what shall
 * happen to it ({@code .dodeploy}) or what has ({@code .deployed}, {@code .failed}).
 */
public final class Deployments {

    private final Path directory;

    Deployments(Path directory) {
        this.directory = directory;
    }

    void put(Path archive) {
        try {
            String name = archive.getFileName().toString();
            Path part = directory.resolve(name + ".copying");
            Files.copy(archive, part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, directory.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            ask(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Forgets what became of the archives in the process before, so that the next one's word is news. */
    void renew() {
        archives().forEach(this::ask);
    }

    /** Whether each archive is deployed. */
    public boolean areDeployed() {
        return archives().stream().allMatch(name -> Files.exists(directory.resolve(name + ".deployed")));
    }

    /** Why an archive could not be deployed, in WildFly's words. */
    public Optional<String> failure() {
        return archives().stream()
                .map(name -> directory.resolve(name + ".failed"))
                .filter(Files::exists)
                .map(Deployments::read)
                .findFirst();
    }

    private List<String> archives() {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".ear") || name.endsWith(".war"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void ask(String name) {
        try {
            Files.deleteIfExists(directory.resolve(name + ".deployed"));
            Files.deleteIfExists(directory.resolve(name + ".failed"));
            Files.writeString(directory.resolve(name + ".dodeploy"), name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
