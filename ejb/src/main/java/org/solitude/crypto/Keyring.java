package org.solitude.crypto;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The master keys by id, the current one first. To rotate, put a new key first; an old key can be removed once nothing
 * is encrypted with it.
 */
public final class Keyring {

    /** The id of the key in {@code solitude.encryption.key}. */
    public static final String ONLY_KEY = "1";

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,32}");
    private static final int KEY_BYTES = 32;

    private final Map<String, MasterKey> keys = new LinkedHashMap<>();

    private Keyring() {}

    /** Creates a keyring of one key: 32 bytes in base64. */
    public static Keyring single(String base64) {
        return of(List.of(ONLY_KEY + ":" + base64));
    }

    /** Creates a keyring of one random key. What it encrypts can be decrypted until the process ends. */
    static Keyring random() {
        byte[] random = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(random);
        return single(Base64.getEncoder().encodeToString(random));
    }

    /**
     * Parses a keyring from lines like {@code 2026-05:BASE64}, the current key first.
     *
     * @throws IllegalArgumentException with a sentence for the operator that contains no key
     */
    public static Keyring of(List<String> lines) {
        Keyring keyring = new Keyring();
        for (String line : lines) {
            int colon = line.indexOf(':');
            String id = colon < 0 ? "" : line.substring(0, colon).strip();
            if (!ID.matcher(id).matches()) {
                throw new IllegalArgumentException("each encryption key is written ID:BASE64,"
                        + " the id being 1 to 32 letters, digits, hyphens or underscores");
            }
            MasterKey key =
                    new MasterKey(id, decode(id, line.substring(colon + 1).strip()));
            if (keyring.keys.putIfAbsent(id, key) != null) {
                throw new IllegalArgumentException("two encryption keys have the id " + id);
            }
        }
        if (keyring.keys.isEmpty()) {
            throw new IllegalArgumentException("there is no encryption key");
        }
        return keyring;
    }

    MasterKey current() {
        return keys.values().iterator().next();
    }

    Optional<MasterKey> key(String id) {
        return Optional.ofNullable(keys.get(id));
    }

    List<MasterKey> all() {
        return List.copyOf(keys.values());
    }

    private static byte[] decode(String id, String base64) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException notBase64) {
            throw new IllegalArgumentException("encryption key " + id + " is not base64");
        }
        if (key.length != KEY_BYTES) {
            Arrays.fill(key, (byte) 0);
            throw new IllegalArgumentException(
                    "encryption key " + id + " has " + key.length + " bytes; it must have " + KEY_BYTES);
        }
        return key;
    }
}
