package org.solitude.buyer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** PINs by Jakarta Security's PBKDF2, so that a stolen database costs a second of work for each guess. */
@ApplicationScoped
public class Pbkdf2PinHasher implements PinHasher {

    @Inject
    private Pbkdf2PasswordHash pbkdf2;

    /** Not used: WildFly offers Jakarta Security, the hash included, to applications that inject this. */
    @Inject
    private SecurityContext jakartaSecurity;

    private String dummyHash = "";

    /** Settings, and a hash to compare with where there is none. */
    @Inject
    void prepare(PinSettings settings) {
        pbkdf2.initialize(Map.of(
                "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA512",
                "Pbkdf2PasswordHash.Iterations", Integer.toString(settings.iterations()),
                "Pbkdf2PasswordHash.SaltSizeBytes", "32",
                "Pbkdf2PasswordHash.KeySizeBytes", "32"));
        dummyHash = hash("nobody's");
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
