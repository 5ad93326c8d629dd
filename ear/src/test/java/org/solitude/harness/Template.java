package org.solitude.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.io.FileUtils;
import org.solitude.server.Clients;
import org.solitude.server.PreparedServer;

/**
 * A prepared server with some clients, of which each test's server begins as a copy: the script and the {@code client}
 * command start a JVM each, and there are a dozen servers.
 *
 * @param base its directory
 * @param logins of its clients
 */
record Template(Path base, Map<String, Login> logins) {
    private static final Template MADE = make();

    /** The one of this test run. */
    static Template made() {
        return MADE;
    }

    /** A new directory that is as this one, without its past; what was there is gone. */
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
            throw new UncheckedIOException("the server in " + copy, e);
        }
    }

    private static Template make() {
        Path base = Servers.directory("template");
        try {
            delete(base);
        } catch (IOException e) {
            throw new UncheckedIOException("what an earlier run left in " + base, e);
        }
        PreparedServer.prepare(Servers.home(), base);
        Clients clients = Clients.ofPrepared(Servers.home(), base);
        Map<String, Login> logins = new LinkedHashMap<>();
        for (String client : List.of("tests", "other")) {
            logins.put(client, new Login(client, clients.add(client, Set.of("client"))));
        }
        logins.put("operator", new Login("operator", clients.add("operator", Set.of("operator"))));
        return new Template(base, Map.copyOf(logins));
    }

    private static void delete(Path directory) throws IOException {
        if (Files.exists(directory)) {
            FileUtils.deleteDirectory(directory.toFile());
        }
    }
}
