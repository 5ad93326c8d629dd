package org.solitude.server;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The client that the run command adds, so that a newcomer's first call works. Its random secret is stored in a file
 * beside the data, which only the server's owner can read.
 *
 * @param name the client's name
 * @param secret the client's secret in clear text
 */
record DevelopmentClient(String name, String secret) {

    private static final String NAME = "developer";

    /**
     * Loads the client from this file. If the file has no secret, adds the client to the running server, or rotates
     * its secret, and writes the file.
     */
    static DevelopmentClient loadOrCreate(Path file, ClientRegistry clients) throws IOException {
        boolean known = clients.list().containsKey(NAME);
        String stored = known ? secretIn(file) : null;
        if (stored != null) {
            return new DevelopmentClient(NAME, stored);
        }
        String generated = known ? clients.rotate(NAME) : clients.add(NAME, Set.of("client", "payer", "operator"));
        PrivateFiles.write(file, "name=" + NAME + "\nsecret=" + generated + "\n");
        return new DevelopmentClient(NAME, generated);
    }

    private static @Nullable String secretIn(Path file) throws IOException {
        if (!Files.exists(file)) {
            return null;
        }
        Properties properties = new Properties();
        properties.load(new StringReader(Files.readString(file)));
        return properties.getProperty("secret");
    }

    @Override
    public String toString() {
        return "DevelopmentClient[" + name + "]";
    }
}
