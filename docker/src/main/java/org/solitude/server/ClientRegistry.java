package org.solitude.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Those a server lets in: clients with a secret, and the keys whose tokens it believes. Secrets are made here, told once
 * and kept nowhere; the server keeps a salted hash. Changes count from the next request on, those of keys after a reload.
 */
public final class ClientRegistry {

    /** What a client may be. */
    public static final Set<String> ROLES = Set.of("client", "operator");

    private static final String REALM = "/subsystem=elytron/filesystem-realm=solitude-clients";
    private static final String TOKENS = "/subsystem=elytron/token-realm=solitude-tokens";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Pattern KEY_ID = Pattern.compile("[A-Za-z0-9._-]{1,128}");
    private static final Pattern PEM = Pattern.compile("[A-Za-z0-9+/= -]+");
    private static final Pattern ROLE = Pattern.compile("<attribute name=\"roles\" value=\"([^\"]*)\"");
    private static final Pattern RESULT = Pattern.compile("\"result\" => \"([^\"]*)\"");
    private static final int SECRET_BYTES = 32;
    private static final int SALT_BYTES = 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final ManagementCommands model;

    private ClientRegistry(ManagementCommands model) {
        this.model = model;
    }

    /** Of a server that runs. */
    public static ClientRegistry ofRunning(WildFlyHome home, String host, int managementPort) {
        return new ClientRegistry(ManagementCommands.onRunning(home, host, managementPort));
    }

    /** Of a server that is prepared and does not run. */
    public static ClientRegistry ofPrepared(WildFlyHome home, Path base) {
        return new ClientRegistry(ManagementCommands.onPrepared(home, base));
    }

    /** Makes a client; returns its secret, which cannot be had again. */
    public String add(String name, Set<String> roles) {
        String secret = random();
        model.run(List.of(
                REALM + ":add-identity(identity=" + checked(name) + ")",
                setRoles(name, roles),
                setSecret(name, secret)));
        return secret;
    }

    /** Gives a client a new secret; the old one is void at once. */
    public String rotate(String name) {
        String secret = random();
        model.run(List.of(setSecret(checked(name), secret)));
        return secret;
    }

    /** Gives a client these roles, or none, in place of those it has; also its tasks that have yet to run lose the others. */
    public void change(String name, Set<String> roles) {
        String clear = REALM + ":remove-identity-attribute(identity=" + checked(name) + ", name=roles)";
        model.run(roles.isEmpty() ? List.of(clear) : List.of(clear, setRoles(name, roles)));
    }

    /** Takes a client away; its tasks that have yet to run are answered 401. */
    public void remove(String name) {
        model.run(List.of(REALM + ":remove-identity(identity=" + checked(name) + ")"));
    }

    /** The clients and their roles. */
    public Map<String, Set<String>> list() {
        Matcher result = RESULT.matcher(
                model.run(List.of("/path=jboss.server.data.dir:read-attribute(name=path, resolve-expressions=true)")));
        if (!result.find()) {
            throw new IllegalStateException("The server does not tell where its data is");
        }
        Path directory = Path.of(result.group(1), "clients");
        Map<String, Set<String>> clients = new TreeMap<>();
        if (Files.isDirectory(directory)) {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file :
                        files.filter(each -> each.toString().endsWith(".xml")).toList()) {
                    clients.put(FilesystemRealmName.name(file), roles(Files.readString(file)));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return clients;
    }

    /** Believes tokens signed with the private half of this RSA key (PEM) that name it by this key id. */
    public void trust(String keyId, String publicKey) {
        String line = publicKey.replaceAll("\\R", "").strip();
        if (!KEY_ID.matcher(keyId).matches() || !PEM.matcher(line).matches()) {
            throw new IllegalArgumentException("This is no key id, or no public key in PEM");
        }
        model.runAndReload(TOKENS + ":map-put(name=jwt.key-map, key=\"" + keyId + "\", value=\"" + line + "\")");
    }

    /** Believes no token any more that names this key id. */
    public void distrust(String keyId) {
        if (!KEY_ID.matcher(keyId).matches()) {
            throw new IllegalArgumentException("This is no key id");
        }
        model.runAndReload(TOKENS + ":map-remove(name=jwt.key-map, key=\"" + keyId + "\")");
    }

    private static String setRoles(String name, Set<String> roles) {
        if (!ROLES.containsAll(roles)) {
            throw new IllegalArgumentException("Roles are " + String.join(", ", new TreeSet<>(ROLES)));
        }
        return REALM + ":add-identity-attribute(identity=" + name + ", name=roles, value=["
                + String.join(", ", new TreeSet<>(roles)) + "])";
    }

    /** A fast hash is enough: nobody can try 2^256 secrets. */
    private static String setSecret(String name, String secret) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return REALM + ":set-password(identity=" + name
                + ", salted-simple-digest={algorithm=password-salt-digest-sha-512, password=\"" + secret
                + "\", salt=bytes{0x" + HexFormat.ofDelimiter(",0x").formatHex(salt) + "}})";
    }

    private static String checked(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "A client's name has up to 64 letters, digits, dots, dashes and underscores");
        }
        return name;
    }

    private static String random() {
        byte[] bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static Set<String> roles(String identity) {
        Matcher matcher = ROLE.matcher(identity);
        List<String> roles = new ArrayList<>();
        while (matcher.find()) {
            roles.add(matcher.group(1));
        }
        return new TreeSet<>(roles);
    }
}
