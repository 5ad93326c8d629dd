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
 * A login for the admin console, with a random password that is stored in a file which only the server's owner can
 * read.
 *
 * @param user the user name
 * @param password the password in clear text
 */
public record AdminLogin(String user, String password) {

    private static final String REALM = "ManagementRealm";

    /** Loads the login from this file, or creates both if the file does not exist. */
    public static AdminLogin loadOrCreate(Path file) {
        try {
            if (!Files.exists(file)) {
                PrivateFiles.write(file, "user=admin\npassword=" + randomPassword() + "\n");
            }
            Properties stored = new Properties();
            stored.load(new StringReader(Files.readString(file)));
            return new AdminLogin(value(stored, "user"), value(stored, "password"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes this user into the users file of WildFly's management realm; replaces an entry of the same name. */
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

    /** Returns the hash that HTTP Digest defines (RFC 7616, A1 with MD5), as WildFly's add-user tool does. */
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

    private static String value(Properties stored, String key) {
        return Objects.requireNonNull(stored.getProperty(key), key);
    }
}
