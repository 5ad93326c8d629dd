package org.solitude.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Keyed hashes by purpose and key, and across a key rotation. */
class HmacKeyedHashTest {

    private static final String OLD = "old:" + AesGcmEncryptorTest.key(1);
    private static final String NEW = "new:" + AesGcmEncryptorTest.key(2);

    private final KeyedHash hash = new HmacKeyedHash(Keyring.of(List.of(OLD)));

    @Test
    void equalValuesHaveEqualHashes() {
        assertThat(hash.of("buyer.email", "ada@example.org"))
                .isEqualTo(hash.of("buyer.email", "ada@example.org"))
                .isNotEqualTo(hash.of("buyer.email", "bob@example.org"))
                .matches("[0-9a-f]{64}");
    }

    @Test
    void otherPurposeOrKeyGivesAnotherHash() {
        KeyedHash other = new HmacKeyedHash(Keyring.of(List.of(NEW)));
        assertThat(hash.of("buyer.email", "ada@example.org"))
                .isNotEqualTo(hash.of("seller.email", "ada@example.org"))
                .isNotEqualTo(other.of("buyer.email", "ada@example.org"));
    }

    @Test
    void allOfContainsHashesOfOlderKeys() {
        KeyedHash rotated = new HmacKeyedHash(Keyring.of(List.of(NEW, OLD)));
        assertThat(rotated.allOf("buyer.email", "ada@example.org"))
                .containsExactly(
                        rotated.of("buyer.email", "ada@example.org"), hash.of("buyer.email", "ada@example.org"));
    }
}
