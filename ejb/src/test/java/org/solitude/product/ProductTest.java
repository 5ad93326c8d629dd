package org.solitude.product;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Base64;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.solitude.crypto.AesGcmEncryptor;
import org.solitude.crypto.Encryptor;
import org.solitude.crypto.Keyring;

/** Encryption and changes of a product's secret. */
class ProductTest {

    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

    private final Encryptor encryptor =
            new AesGcmEncryptor(Keyring.single(Base64.getEncoder().encodeToString(new byte[32])));
    private final Product product = new Product(draft(SecretChange.to("hush")), encryptor, NOON);

    @Test
    void secretIsEncrypted() {
        byte[] encrypted = Objects.requireNonNull(product.encryptedSecret());
        assertThat(new String(encrypted, UTF_8)).doesNotContain("hush");
        assertThat(encryptor.decrypt(encrypted, product.associatedData())).isEqualTo("hush".getBytes(UTF_8));
    }

    @Test
    void secretIsUnchangedUntilAChangeIsRequested() {
        byte[] encrypted = product.encryptedSecret();
        product.apply(draft(SecretChange.NONE), encryptor, NOON);
        assertThat(product.encryptedSecret()).isSameAs(encrypted);
        product.apply(draft(SecretChange.to(null)), encryptor, NOON);
        assertThat(product.encryptedSecret()).isNull();
    }

    @Test
    void toStringDoesNotShowTheSecret() {
        assertThat(draft(SecretChange.to("hush")).toString()).doesNotContain("hush");
    }

    private static ProductDraft draft(SecretChange secret) {
        return new ProductDraft(1L, "e", null, ProductDraft.PURCHASE, secret);
    }
}
