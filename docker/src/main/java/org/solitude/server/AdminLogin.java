package org.solitude.server;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * A login for the admin console. Nobody chooses its password: it is made once, at random, and kept in a file that only the
 * owner of the server may read.
 *
 * @param user the name
 * @param password the secret
 */
public record AdminLogin(String user, String password) {

    private static final String REALM = "ManagementRealm";

    /** The login kept in this file; made now if there is none. */
    public static AdminLogin keptIn(Path file) {
        try {
            if (!Files.exists(file)) {
                PrivateFiles.write(file, "user=admin\npassword=" + randomPassword() + "\n");
            }
            Properties kept = new Properties();
            kept.load(new StringReader(Files.readString(file)));
            return new AdminLogin(value(kept, "user"), value(kept, "password"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the line WildFly's management realm knows a user by, in place of one it may have for that name. */
    void grant(Path usersFile) {
        try {
            Stream<String> others = Files.exists(usersFile)
                    ? Files.readAllLines(usersFile).stream().filter(line -> !line.startsWith(user + "="))
                    : Stream.of();
            List<String> lines =
                    Stream.concat(others, Stream.of(user + "=" + digest())).toList();
            PrivateFiles.write(usersFile, String.join("\n", lines) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return "AdminLogin[" + user + "]";
    }

    /** HTTP Digest's own form; WildFly's add-user tool writes the same. */
    private String digest() {
        try {
            String identity = user + ":" + REALM + ":" + password;
            byte[] digest = MessageDigest.getInstance("MD5").digest(identity.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has MD5", e);
        }
    }

    private static String randomPassword() {
        byte[] bytes = new byte[18];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String value(Properties kept, String key) {
        return Objects.requireNonNull(kept.getProperty(key), key);
    }
}
