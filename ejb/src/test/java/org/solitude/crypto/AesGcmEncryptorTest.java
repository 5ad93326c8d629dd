package org.solitude.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AesGcmEncryptorTest {

    private static final byte[] PLAIN = "ada@example.org".getBytes(UTF_8);
    private static final byte[] HERE = "buyer.email:1".getBytes(UTF_8);
    private static final byte[] THERE = "buyer.email:2".getBytes(UTF_8);

    private static final String OLD = "2025:" + key(1);
    private static final String NEW = "2026:" + key(2);

    private final Encryptor sealer = sealer(OLD);

    @Test
    void opensWhatItSealed() {
        assertThat(sealer.decrypt(sealer.encrypt(PLAIN, HERE), HERE)).isEqualTo(PLAIN);
        assertThat(sealer.decrypt(sealer.encrypt(new byte[0], HERE), HERE)).isEmpty();
    }

    @Test
    void sealsTheSameBytesDifferentlyEachTime() {
        assertThat(sealer.encrypt(PLAIN, HERE)).isNotEqualTo(sealer.encrypt(PLAIN, HERE));
    }

    @Test
    void showsNothingOfThePlainBytes() {
        assertThat(new String(sealer.encrypt(PLAIN, HERE), UTF_8)).doesNotContain("ada", "example");
    }

    @Test
    void doesNotOpenInAnotherPlace() {
        byte[] sealed = sealer.encrypt(PLAIN, HERE);
        assertThatThrownBy(() -> sealer.decrypt(sealed, THERE)).isInstanceOf(DecryptionException.class);
    }

    @Test
    void noticesEveryChangedByteAndEveryCut() {
        byte[] sealed = sealer.encrypt(PLAIN, HERE);
        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> sealer.decrypt(changed, HERE)).isInstanceOf(DecryptionException.class);
            byte[] cut = Arrays.copyOf(sealed, i);
            assertThatThrownBy(() -> sealer.decrypt(cut, HERE)).isInstanceOf(DecryptionException.class);
        }
    }

    @Test
    void opensWithAnOlderKeyAndSaysSo() {
        byte[] sealed = sealer.encrypt(PLAIN, HERE);
        Encryptor rotated = sealer(NEW, OLD);
        assertThat(rotated.decrypt(sealed, HERE)).isEqualTo(PLAIN);
        assertThat(rotated.isOutdated(sealed)).isTrue();
        assertThat(rotated.isOutdated(rotated.encrypt(PLAIN, HERE))).isFalse();
    }

    @Test
    void namesTheKeyThatIsGone() {
        byte[] sealed = sealer.encrypt(PLAIN, HERE);
        assertThatThrownBy(() -> sealer(NEW).decrypt(sealed, HERE))
                .isInstanceOf(DecryptionException.class)
                .hasMessageContaining("2025");
    }

    @Test
    void doesNotTakeAnotherKeyOfTheSameIdForItsOwn() {
        byte[] sealed = sealer.encrypt(PLAIN, HERE);
        assertThatThrownBy(() -> sealer("2025:" + key(3)).decrypt(sealed, HERE))
                .isInstanceOf(DecryptionException.class);
    }

    @Test
    void servesManyThreads() {
        boolean allRight = IntStream.range(0, 2_000)
                .parallel()
                .mapToObj(i -> ("text " + i).getBytes(UTF_8))
                .allMatch(text -> Arrays.equals(text, sealer.decrypt(sealer.encrypt(text, HERE), HERE)));
        assertThat(allRight).isTrue();
    }

    private static Encryptor sealer(String... keys) {
        return new AesGcmEncryptor(Keyring.of(List.of(keys)));
    }

    static String key(int seed) {
        byte[] key = new byte[32];
        new Random(seed).nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }
}
