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

/** Expiry and re-encryption of secrets. */
class WebhookSecretTest {

    private static final Instant NOW = Instant.parse("2026-05-01T00:00:00Z");
    private static final String PLAIN = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String OLD = "2025:" + key(1);
    private static final String NEW = "2026:" + key(2);

    private final Encryptor encryptor = new AesGcmEncryptor(Keyring.of(List.of(OLD)));
    private final WebhookSecret secret = new WebhookSecret("client:shop", PLAIN, encryptor, NOW);

    @Test
    void replacedSecretSignsUntilItExpires() {
        assertThat(secret.isValidAt(NOW.plusSeconds(1_000_000))).isTrue();
        secret.expireAt(NOW.plusSeconds(60));
        assertThat(secret.isValidAt(NOW.plusSeconds(59))).isTrue();
        assertThat(secret.isValidAt(NOW.plusSeconds(60))).isFalse();
    }

    /** Replacing a secret again must not let an old one sign longer. */
    @Test
    void secondReplacementDoesNotExtendTheExpiry() {
        secret.expireAt(NOW.plusSeconds(60));
        secret.expireAt(NOW.plusSeconds(120));
        assertThat(secret.expiresAt()).isEqualTo(NOW.plusSeconds(60));
    }

    @Test
    void newKeyReencryptsTheSecret() {
        Encryptor both = new AesGcmEncryptor(Keyring.of(List.of(NEW, OLD)));
        assertThat(secret.reencrypt(encryptor)).isFalse();
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
