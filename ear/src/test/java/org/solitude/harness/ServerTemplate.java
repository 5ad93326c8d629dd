package org.solitude.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.TreeSet;
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

    /** Forks share the template, and so do builds until the script or the roles change; whoever needs it first makes it. */
    private static ServerTemplate make() {
        Path base = ServerDirectories.shared("template");
        try {
            Files.createDirectories(base.getParent());
            try (FileChannel lock = FileChannel.open(
                    base.resolveSibling("template.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                lock.lock();
                return makeOrReuse(base, base.resolveSibling("template.secret"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot prepare the template in " + base, e);
        }
    }

    private static ServerTemplate makeOrReuse(Path base, Path secret) throws IOException {
        PreparedServer.prepare(ServerDirectories.home(), base);
        String script = Files.readString(base.resolve("configuration/solitude.prepared"))
                + String.join("+", new TreeSet<>(ClientLogins.SHOP));
        if (Files.exists(secret)) {
            String[] scriptAndSecret = Files.readString(secret).split(" ");
            if (scriptAndSecret[0].equals(script)) {
                return new ServerTemplate(base, new Login(TESTS, scriptAndSecret[1]));
            }
            Files.delete(secret);
            delete(base);
            return makeOrReuse(base, secret);
        }
        String added = ClientRegistry.ofPrepared(ServerDirectories.home(), base).add(TESTS, ClientLogins.SHOP);
        Files.writeString(secret, script + " " + added);
        return new ServerTemplate(base, new Login(TESTS, added));
    }

    private static void delete(Path directory) throws IOException {
        if (Files.exists(directory)) {
            FileUtils.deleteDirectory(directory.toFile());
        }
    }
}
