package org.solitude.server;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Manages who can authenticate at a server: clients with a secret, and the public keys of clients with a token.
 * Secrets are generated here, returned once and stored nowhere; the server stores a salted hash. Changes of clients
 * take effect with the next request, changes of keys after a reload.
 */
public final class ClientRegistry {

    /** The roles a client can have. */
    public static final Set<String> ROLES = Set.of("reader", "client", "payer", "operator");

    private static final String REALM = "/subsystem=elytron/filesystem-realm=solitude-clients";
    /** A running server caches what it has read of the realm, and the realm does not tell it about changes. */
    private static final String CLEAR_CACHE = "/subsystem=elytron/caching-realm=solitude-cached-clients:clear-cache";

    private static final String TOKENS = "/subsystem=elytron/token-realm=solitude-tokens";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Pattern KEY_ID = Pattern.compile("[A-Za-z0-9._-]{1,128}");
    private static final Pattern PEM = Pattern.compile("[A-Za-z0-9+/= -]+");
    private static final Pattern RESULT = Pattern.compile("\"result\" => \"([^\"]*)\"");
    private static final int SECRET_BYTES = 32;
    private static final int SALT_BYTES = 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final ManagementCommands commands;

    private ClientRegistry(ManagementCommands commands) {
        this.commands = commands;
    }

    /** Returns the registry of a running server. */
    public static ClientRegistry ofRunning(WildFlyHome home, String host, int managementPort) {
        return new ClientRegistry(ManagementCommands.onRunning(home, host, managementPort));
    }

    /** Returns the registry of a prepared server that does not run. */
    public static ClientRegistry ofPrepared(WildFlyHome home, Path base) {
        return new ClientRegistry(ManagementCommands.onPrepared(home, base));
    }

    /** Adds a client and returns its secret, which cannot be read again. */
    public String add(String name, Set<String> roles) {
        String secret = randomSecret();
        change(List.of(
                REALM + ":add-identity(identity=" + validated(name) + ")",
                setRoles(name, roles),
                setSecret(name, secret)));
        return secret;
    }

    /** Replaces the secret of a client and returns the new one; the old one stops working at once. */
    public String rotate(String name) {
        String secret = randomSecret();
        change(List.of(setSecret(validated(name), secret)));
        return secret;
    }

    /** Replaces the roles of a client; none are allowed. Its waiting tasks run with the new roles. */
    public void change(String name, Set<String> roles) {
        String clear = REALM + ":remove-identity-attribute(identity=" + validated(name) + ", name=roles)";
        change(roles.isEmpty() ? List.of(clear) : List.of(clear, setRoles(name, roles)));
    }

    /** Removes a client; its waiting tasks end with 401. */
    public void remove(String name) {
        change(List.of(REALM + ":remove-identity(identity=" + validated(name) + ")"));
    }

    /** Returns the names of all clients, sorted, with their roles. */
    public Map<String, Set<String>> list() {
        Matcher result = RESULT.matcher(commands.run(
                List.of("/path=jboss.server.data.dir:read-attribute(name=path, resolve-expressions=true)")));
        if (!result.find()) {
            throw new IllegalStateException("The server did not return its data directory");
        }
        return FilesystemRealm.roles(Path.of(result.group(1), "clients"));
    }

    /** Accepts tokens that have this key id and a signature that this public RSA key (PEM) verifies. */
    public void trust(String keyId, String publicKey) {
        String pem = publicKey.replaceAll("\\R", "").strip();
        if (!KEY_ID.matcher(keyId).matches() || !PEM.matcher(pem).matches()) {
            throw new IllegalArgumentException("The key id is invalid, or the file is not a public key in PEM");
        }
        commands.runAndReload(TOKENS + ":map-put(name=jwt.key-map, key=\"" + keyId + "\", value=\"" + pem + "\")");
    }

    /** Stops accepting tokens that have this key id. */
    public void distrust(String keyId) {
        if (!KEY_ID.matcher(keyId).matches()) {
            throw new IllegalArgumentException("The key id is invalid");
        }
        commands.runAndReload(TOKENS + ":map-remove(name=jwt.key-map, key=\"" + keyId + "\")");
    }

    private void change(List<String> operations) {
        commands.run(
                commands.areForRunningServer()
                        ? Stream.concat(operations.stream(), Stream.of(CLEAR_CACHE))
                                .toList()
                        : operations);
    }

    private static String setRoles(String name, Set<String> roles) {
        if (!ROLES.containsAll(roles)) {
            throw new IllegalArgumentException("The roles are " + String.join(", ", new TreeSet<>(ROLES)));
        }
        return REALM + ":add-identity-attribute(identity=" + name + ", name=roles, value=["
                + String.join(", ", new TreeSet<>(roles)) + "])";
    }

    /** Returns the command that sets a secret. A fast hash is safe, because a secret has 256 random bits. */
    private static String setSecret(String name, String secret) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return REALM + ":set-password(identity=" + name
                + ", salted-simple-digest={algorithm=password-salt-digest-sha-512, password=\"" + secret
                + "\", salt=bytes{0x" + HexFormat.ofDelimiter(",0x").formatHex(salt) + "}})";
    }

    private static String validated(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "A client's name has up to 64 letters, digits, dots, dashes and underscores");
        }
        return name;
    }

    private static String randomSecret() {
        byte[] bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
