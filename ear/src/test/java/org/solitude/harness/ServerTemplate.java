package org.solitude.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import org.apache.commons.io.FileUtils;
import org.solitude.server.ClientRegistry;
import org.solitude.server.PreparedServer;

/**
 * A prepared server with one client. Each test's server begins as a copy of it, because the script and the
 * {@code client} command start a JVM each and there are a dozen servers.
 *
 * @param base its directory
 * @param tests the login of the client that tests use unless they name another
 */
record ServerTemplate(Path base, Login tests) {
    private static final String TESTS = "tests";
    private static final ServerTemplate INSTANCE = make();

    /** Returns the template of this test run. */
    static ServerTemplate get() {
        return INSTANCE;
    }

    /** Replaces a directory by a copy of the template without its log. */
    void copyTo(Path copy) {
        try {
            delete(copy);
            FileUtils.copyDirectory(
                    base.toFile(),
                    copy.toFile(),
                    file -> !file.getName().equals("log"),
                    true,
                    StandardCopyOption.COPY_ATTRIBUTES);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot copy the template to " + copy, e);
        }
    }

    private static ServerTemplate make() {
        Path base = ServerDirectories.directory("template");
        try {
            delete(base);
            PreparedServer.prepare(ServerDirectories.home(), base);
            ClientRegistry clients = ClientRegistry.ofPrepared(ServerDirectories.home(), base);
            return new ServerTemplate(base, new Login(TESTS, clients.add(TESTS, Set.of("client"))));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot prepare the template in " + base, e);
        }
    }

    private static void delete(Path directory) throws IOException {
        if (Files.exists(directory)) {
            FileUtils.deleteDirectory(directory.toFile());
        }
    }
}
