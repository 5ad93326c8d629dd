package org.solitude.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Encryption: round trip, tampering, associated data and key rotation. */
class AesGcmEncryptorTest {

    private static final byte[] PLAIN = "ada@example.org".getBytes(UTF_8);
    private static final byte[] ASSOCIATED_DATA = "buyer.email:1".getBytes(UTF_8);
    private static final byte[] OTHER_ASSOCIATED_DATA = "buyer.email:2".getBytes(UTF_8);

    private static final String OLD = "2025:" + key(1);
    private static final String NEW = "2026:" + key(2);

    private final Encryptor encryptor = encryptor(OLD);

    @Test
    void decryptReturnsThePlainBytes() {
        assertThat(encryptor.decrypt(encryptor.encrypt(PLAIN, ASSOCIATED_DATA), ASSOCIATED_DATA))
                .isEqualTo(PLAIN);
        assertThat(encryptor.decrypt(encryptor.encrypt(new byte[0], ASSOCIATED_DATA), ASSOCIATED_DATA))
                .isEmpty();
    }

    @Test
    void encryptIsRandomized() {
        assertThat(encryptor.encrypt(PLAIN, ASSOCIATED_DATA)).isNotEqualTo(encryptor.encrypt(PLAIN, ASSOCIATED_DATA));
    }

    /** Random nonces under one key are safe for 2^32 messages only. */
    @Test
    void eachMessageHasItsOwnKey() {
        Set<String> salts = new HashSet<>();
        for (int message = 0; message < 1_000; message++) {
            byte[] encrypted = encryptor.encrypt(PLAIN, ASSOCIATED_DATA);
            assertThat(encrypted[0]).isEqualTo((byte) 2);
            int afterKeyId = 2 + encrypted[1];
            salts.add(HexFormat.of().formatHex(encrypted, afterKeyId, afterKeyId + 16));
        }
        assertThat(salts).hasSize(1_000);
    }

    /** The salt is not only stored: with another one the same message cannot be decrypted. */
    @Test
    void keyOfMessageDependsOnItsSalt() {
        MasterKey key = Keyring.of(List.of(OLD)).current();
        assertThat(key.forMessage(new byte[16]).getEncoded())
                .isNotEqualTo(key.forMessage(new byte[] {1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0})
                        .getEncoded())
                .isNotEqualTo(key.forPurpose("seal", "AES").getEncoded());
    }

    /** Written by the first version, whose messages shared one key. */
    @Test
    void bytesOfVersion1AreDecrypted() {
        byte[] encrypted =
                Base64.getDecoder().decode("AQQyMDI1AuG2iSKk9C+KDGji47BOATkTfkbQuzHt4GlLy4mrPvUq54ZV9cDspqbH+A==");
        assertThat(encryptor.decrypt(encrypted, ASSOCIATED_DATA)).isEqualTo(PLAIN);
        assertThat(encryptor.isOutdated(encrypted)).isFalse();
        encrypted[encrypted.length - 1] ^= 1;
        assertThatThrownBy(() -> encryptor.decrypt(encrypted, ASSOCIATED_DATA)).isInstanceOf(DecryptionException.class);
    }

    @Test
    void encryptedBytesDoNotContainThePlainBytes() {
        assertThat(new String(encryptor.encrypt(PLAIN, ASSOCIATED_DATA), UTF_8)).doesNotContain("ada", "example");
    }

    @Test
    void otherAssociatedDataIsRefused() {
        byte[] encrypted = encryptor.encrypt(PLAIN, ASSOCIATED_DATA);
        assertThatThrownBy(() -> encryptor.decrypt(encrypted, OTHER_ASSOCIATED_DATA))
                .isInstanceOf(DecryptionException.class);
    }

    @Test
    void changedOrTruncatedBytesAreRefused() {
        byte[] encrypted = encryptor.encrypt(PLAIN, ASSOCIATED_DATA);
        for (int i = 0; i < encrypted.length; i++) {
            byte[] changed = encrypted.clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> encryptor.decrypt(changed, ASSOCIATED_DATA))
                    .isInstanceOf(DecryptionException.class);
            byte[] cut = Arrays.copyOf(encrypted, i);
            assertThatThrownBy(() -> encryptor.decrypt(cut, ASSOCIATED_DATA)).isInstanceOf(DecryptionException.class);
        }
    }

    @Test
    void bytesOfAnOlderKeyAreDecryptedAndOutdated() {
        byte[] encrypted = encryptor.encrypt(PLAIN, ASSOCIATED_DATA);
        Encryptor rotated = encryptor(NEW, OLD);
        assertThat(rotated.decrypt(encrypted, ASSOCIATED_DATA)).isEqualTo(PLAIN);
        assertThat(rotated.isOutdated(encrypted)).isTrue();
        assertThat(rotated.isOutdated(rotated.encrypt(PLAIN, ASSOCIATED_DATA))).isFalse();
    }

    @Test
    void missingKeyIsNamed() {
        byte[] encrypted = encryptor.encrypt(PLAIN, ASSOCIATED_DATA);
        assertThatThrownBy(() -> encryptor(NEW).decrypt(encrypted, ASSOCIATED_DATA))
                .isInstanceOf(DecryptionException.class)
                .hasMessageContaining("2025");
    }

    @Test
    void otherKeyWithTheSameIdIsRefused() {
        byte[] encrypted = encryptor.encrypt(PLAIN, ASSOCIATED_DATA);
        assertThatThrownBy(() -> encryptor("2025:" + key(3)).decrypt(encrypted, ASSOCIATED_DATA))
                .isInstanceOf(DecryptionException.class);
    }

    @Test
    void encryptorIsThreadSafe() {
        boolean allRight = IntStream.range(0, 2_000)
                .parallel()
                .mapToObj(i -> ("text " + i).getBytes(UTF_8))
                .allMatch(text -> Arrays.equals(
                        text, encryptor.decrypt(encryptor.encrypt(text, ASSOCIATED_DATA), ASSOCIATED_DATA)));
        assertThat(allRight).isTrue();
    }

    private static Encryptor encryptor(String... keys) {
        return new AesGcmEncryptor(Keyring.of(List.of(keys)));
    }

    static String key(int seed) {
        byte[] key = new byte[32];
        new Random(seed).nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }
}
