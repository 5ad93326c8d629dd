package org.solitude.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files and directories that nobody but this user may read, from the moment they exist. */
public final class PrivateFiles {

    private PrivateFiles() {}

    /** Makes the directory, where it is not there, and lets this user alone in. */
    public static void directory(Path path) throws IOException {
        Files.createDirectories(path);
        if (isPosix(path)) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
        }
    }

    /** Writes the file so that this user alone can read it, also while it is written. */
    public static void write(Path file, String content) throws IOException {
        if (!Files.exists(file)) {
            Files.createFile(file, isPosix(file) ? readable() : new FileAttribute<?>[0]);
        } else if (isPosix(file)) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
        Files.write(file, content.getBytes(StandardCharsets.UTF_8));
    }

    private static FileAttribute<?>[] readable() {
        Set<PosixFilePermission> permissions = PosixFilePermissions.fromString("rw-------");
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)};
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
