package org.solitude.server;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The client that the run command lets in, so that a newcomer's first call works. Its secret is random and kept beside the
 * data, where only the owner of the server may read it.
 */
record DevelopmentClient(String name, String secret) {

    private static final String NAME = "developer";

    /** The client of a server that runs, made or given a new secret where the file does not tell. */
    static DevelopmentClient keptIn(Path file, ClientRegistry clients) throws IOException {
        boolean known = clients.list().containsKey(NAME);
        String kept = known ? secretIn(file) : null;
        if (kept != null) {
            return new DevelopmentClient(NAME, kept);
        }
        String made = known ? clients.rotate(NAME) : clients.add(NAME, Set.of("client", "operator"));
        PrivateFiles.write(file, "name=" + NAME + "\nsecret=" + made + "\n");
        return new DevelopmentClient(NAME, made);
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
