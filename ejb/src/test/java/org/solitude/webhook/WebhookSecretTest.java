package org.solitude.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.solitude.crypto.AesGcmEncryptor;
import org.solitude.crypto.Encryptor;
import org.solitude.crypto.Keyring;

class WebhookSecretTest {

    private static final Instant NOW = Instant.parse("2026-05-01T00:00:00Z");
    private static final String PLAIN = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String OLD = "2025:" + key(1);
    private static final String NEW = "2026:" + key(2);

    private final Encryptor sealer = new AesGcmEncryptor(Keyring.of(List.of(OLD)));
    private final WebhookSecret secret = new WebhookSecret("client:shop", PLAIN, sealer, NOW);

    @Test
    void itSignsUntilItsReplacementHadTime() {
        assertThat(secret.isValidAt(NOW.plusSeconds(1_000_000))).isTrue();
        secret.expireAt(NOW.plusSeconds(60));
        assertThat(secret.isValidAt(NOW.plusSeconds(59))).isTrue();
        assertThat(secret.isValidAt(NOW.plusSeconds(60))).isFalse();
    }

    /** Replacing again does not lend it a longer life. */
    @Test
    void itsTimeIsNeverExtended() {
        secret.expireAt(NOW.plusSeconds(60));
        secret.expireAt(NOW.plusSeconds(120));
        assertThat(secret.expiresAt()).isEqualTo(NOW.plusSeconds(60));
    }

    @Test
    void aNewKeySealsItAgain() {
        Encryptor both = new AesGcmEncryptor(Keyring.of(List.of(NEW, OLD)));
        assertThat(secret.reencrypt(sealer)).isFalse();
        assertThat(secret.reencrypt(both)).isTrue();
        assertThat(secret.reencrypt(both)).isFalse();
        assertThat(secret.plain(new AesGcmEncryptor(Keyring.of(List.of(NEW))))).isEqualTo(PLAIN);
    }

    private static String key(int fill) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) fill);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
