package org.solitude.buyer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Hashes PINs with Jakarta Security's PBKDF2, so that each guess costs an attacker with a stolen database about a
 * second.
 */
@ApplicationScoped
public class Pbkdf2PinHasher implements PinHasher {

    @Inject
    private Pbkdf2PasswordHash pbkdf2;

    /**
     * Unused, but needed: WildFly provides Jakarta Security, hash included, only to applications that inject this type.
     */
    @Inject
    private SecurityContext jakartaSecurity;

    private String dummyHash = "";

    /** Configures the hash and prepares a dummy hash to compare with when a buyer has no PIN. */
    @Inject
    void prepare(PinSettings settings) {
        pbkdf2.initialize(Map.of(
                "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA512",
                "Pbkdf2PasswordHash.Iterations", Integer.toString(settings.iterations()),
                "Pbkdf2PasswordHash.SaltSizeBytes", "32",
                "Pbkdf2PasswordHash.KeySizeBytes", "32"));
        dummyHash = hash("dummy");
    }

    @Override
    public String hash(String pin) {
        return pbkdf2.generate(pin.toCharArray());
    }

    @Override
    public boolean matches(String pin, @Nullable String hash) {
        boolean matches = pbkdf2.verify(pin.toCharArray(), hash == null ? dummyHash : hash);
        return matches && hash != null;
    }
}
