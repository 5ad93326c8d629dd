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
 * The deployments directory of a server, which WildFly's deployment scanner reads. A status file beside each archive
 * requests a deployment ({@code .dodeploy}) or reports its outcome ({@code .deployed}, {@code .failed}).
 */
public final class Deployments {

    private final Path directory;

    Deployments(Path directory) {
        this.directory = directory;
    }

    /** Copies an archive into the directory and requests its deployment; replaces an archive of the same name. */
    void put(Path archive) {
        try {
            String name = archive.getFileName().toString();
            Path temporary = directory.resolve(name + ".copying");
            Files.copy(archive, temporary, StandardCopyOption.REPLACE_EXISTING);
            Files.move(temporary, directory.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            request(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Requests the deployment of all archives and deletes the outcomes that the previous process reported. */
    void requestAll() {
        archives().forEach(this::request);
    }

    /** Returns whether every archive is deployed. */
    public boolean areDeployed() {
        return archives().stream().allMatch(name -> Files.exists(directory.resolve(name + ".deployed")));
    }

    /** Returns WildFly's message about a failed deployment; empty if none failed. */
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

    private void request(String name) {
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
