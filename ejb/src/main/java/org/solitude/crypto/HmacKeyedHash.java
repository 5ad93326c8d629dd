package org.solitude.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.HexFormat;
import java.util.List;

/** HMAC-SHA-256 in hexadecimal, with a derived key for each purpose. */
@Dependent
public class HmacKeyedHash implements KeyedHash {

    private final Keyring keys;

    @Inject
    public HmacKeyedHash(Keyring keys) {
        this.keys = keys;
    }

    @Override
    public String of(String purpose, String value) {
        return hash(keys.current(), purpose, value);
    }

    @Override
    public List<String> allOf(String purpose, String value) {
        return keys.all().stream().map(key -> hash(key, purpose, value)).toList();
    }

    private static String hash(MasterKey key, String purpose, String value) {
        return HexFormat.of()
                .formatHex(MasterKey.hmac(key.forPurpose("hash:" + purpose, MasterKey.MAC), value.getBytes(UTF_8)));
    }
}
