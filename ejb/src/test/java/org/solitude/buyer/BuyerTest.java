package org.solitude.buyer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.solitude.crypto.AesGcmEncryptor;
import org.solitude.crypto.HmacKeyedHash;
import org.solitude.crypto.Keyring;

/** PIN confirmation, lockout and reset of a buyer, encryption of the email, and closing. */
class BuyerTest {

    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
    private static final PinLockout.Policy FIVE = new PinLockout.Policy(5, Duration.ofSeconds(300));

    private final Keyring keys = Keyring.single(Base64.getEncoder().encodeToString(new byte[32]));
    private final BuyerEmails emails = new BuyerEmails(new AesGcmEncryptor(keys), new HmacKeyedHash(keys));
    private final PinHasher hasher = new ReversingHasher();

    private final Buyer buyer = Buyer.from(draft("1234"), emails, hasher, NOON);

    @Test
    void enteringThePinAgainConfirmsIt() {
        assertThat(buyer.pin().isConfirmed()).isFalse();
        assertThat(verify("1234", NOON)).isFalse();
        assertThat(confirm("1234", NOON)).isTrue();
        assertThat(verify("1234", NOON)).isTrue();
    }

    @Test
    void wrongConfirmationMakesThePinUnconfirmed() {
        confirm("1234", NOON);
        assertThat(confirm("4321", NOON)).isFalse();
        assertThat(buyer.pin().isConfirmed()).isFalse();
        assertThat(buyer.pin().failures(NOON)).isEqualTo(1);
    }

    @Test
    void changedPinIsUnconfirmed() {
        confirm("1234", NOON);
        buyer.apply(draft("5678"), emails, hasher, NOON);
        assertThat(buyer.pin().isConfirmed()).isFalse();
    }

    @Test
    void fifthWrongPinLocksTheBuyerOut() {
        confirm("1234", NOON);
        for (int failure = 1; failure <= 4; failure++) {
            verify("0000", NOON);
            assertThat(buyer.pin().isLockedOut(NOON)).isFalse();
        }
        verify("0000", NOON);
        assertThat(buyer.pin().isLockedOut(NOON)).isTrue();
        assertThat(verify("1234", NOON)).isFalse();
        assertThat(confirm("1234", NOON)).isFalse();
        assertThat(buyer.pin().failures(NOON)).isEqualTo(5);
        assertThat(buyer.pin().isConfirmed()).isTrue();
    }

    @Test
    void failureCountStartsAgainAfterTheLockout() {
        lockOut();
        Instant later = NOON.plusSeconds(300);
        assertThat(buyer.pin().isLockedOut(later.minusMillis(1))).isTrue();
        assertThat(buyer.pin().isLockedOut(later)).isFalse();
        assertThat(buyer.pin().failures(later)).isZero();
        assertThat(buyer.pin().wasLockedOut()).isTrue();
        verify("0000", later);
        assertThat(buyer.pin().failures(later)).isEqualTo(1);
        assertThat(verify("1234", later)).isTrue();
        assertThat(buyer.pin().wasLockedOut()).isFalse();
    }

    @Test
    void attemptsOnABuyerWithoutPinAreCounted() {
        Buyer withoutPin = Buyer.from(draft(null), emails, hasher, NOON);
        Predicate<BuyerPin> check = pin -> pin.verify("0000", hasher, FIVE, NOON);
        for (int failure = 1; failure <= 5; failure++) {
            assertThat(withoutPin.checkPin(check, NOON)).isFalse();
        }
        assertThat(withoutPin.pin().isLockedOut(NOON)).isTrue();
    }

    @Test
    void confirmedNewPinCompletesTheReset() {
        BuyerDraft reset =
                new BuyerDraft("ada", true, null, null, true, PinChange.NONE, PinChange.to("5678"), null, true);
        buyer.apply(reset, emails, hasher, NOON);
        assertThat(buyer.checkPin(pin -> pin.confirmReset("1234", hasher, FIVE, NOON), NOON))
                .isFalse();
        assertThat(buyer.pin().failures(NOON)).isEqualTo(1);
        assertThat(buyer.checkPin(pin -> pin.confirmReset("5678", hasher, FIVE, NOON), NOON))
                .isTrue();
        assertThat(buyer.pin().needsReset()).isFalse();
        assertThat(buyer.pin().hasNew()).isFalse();
        assertThat(verify("5678", NOON)).isTrue();
    }

    @Test
    void emailIsEncrypted() {
        assertThat(emails.of(buyer)).isEqualTo("ada@example.org");
        assertThat(new String(Objects.requireNonNull(buyer.encryptedEmail()), java.nio.charset.StandardCharsets.UTF_8))
                .doesNotContain("ada");
    }

    @Test
    void closedBuyerHasNoPersonalData() {
        confirm("1234", NOON);
        buyer.close(emails, NOON);
        assertThat(buyer.isClosed()).isTrue();
        assertThat(buyer.isActive()).isFalse();
        assertThat(buyer.uuid()).startsWith("closed:");
        assertThat(emails.of(buyer)).isNull();
        assertThat(buyer.pin().isSet()).isFalse();
    }

    private boolean confirm(String entered, Instant now) {
        return buyer.checkPin(pin -> pin.confirm(entered, hasher, FIVE, now), now);
    }

    private boolean verify(String entered, Instant now) {
        return buyer.checkPin(pin -> pin.verify(entered, hasher, FIVE, now), now);
    }

    private void lockOut() {
        confirm("1234", NOON);
        for (int failure = 1; failure <= 5; failure++) {
            verify("0000", NOON);
        }
    }

    private static BuyerDraft draft(@Nullable String pin) {
        return new BuyerDraft(
                "ada", true, "ada@example.org", null, true, PinChange.to(pin), PinChange.NONE, null, null);
    }

    /** A fast stand-in: reverses the digits instead of hashing them. */
    private static class ReversingHasher implements PinHasher {

        @Override
        public String hash(String pin) {
            return new StringBuilder(pin).reverse().toString();
        }

        @Override
        public boolean matches(String pin, @Nullable String hash) {
            return hash(pin).equals(hash);
        }
    }
}
