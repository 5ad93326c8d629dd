package org.solitude.crypto;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.solitude.config.Setting;
import org.solitude.proxy.ProxySettings;

/**
 * Produces the keyring from MicroProfile Config: {@code solitude.encryption.keys} ({@code ID:BASE64} separated by
 * commas, the current key first), or {@code solitude.encryption.key} for a single key. Without either, the start fails:
 * a payments server must neither store secrets unencrypted nor lose them at a restart. A proxy stores nothing and
 * creates a random key at each start.
 */
@ApplicationScoped
public class ConfiguredKeyring {

    @Setting(
            description =
                    "Several keys, for a change of key: `2026-12:BASE64,1:BASE64`. The first one encrypts, each one"
                            + " decrypts. The id of a key that was `SOLITUDE_ENCRYPTION_KEY` is `1`.",
            type = "list of `ID:BASE64`",
            range = "ids of 1 to 32 letters, digits, `-`, `_`; keys of 32 bytes in base64; enforced",
            defaultText = "none")
    static final String KEYS = "solitude.encryption.keys";

    @Setting(
            description =
                    "The key that encrypts what is stored. What is in the database can only be read with it: keep a"
                            + " copy with your backups. `openssl rand -base64 32` makes one. A proxy makes its own at each start.",
            type = "base64",
            range = "32 bytes; enforced",
            defaultText = "required; the run command makes one in the credential store")
    static final String KEY = "solitude.encryption.key";

    @Produces
    @Singleton
    Keyring keyring(ProxySettings settings) {
        return settings.isProxy() ? Keyring.random() : of(ConfigProvider.getConfig());
    }

    void createAtStartup(@Observes Startup startup, Keyring keyring) {
        // injecting the keyring checks the settings
    }

    static Keyring of(Config config) {
        Optional<List<String>> several = config.getOptionalValues(KEYS, String.class);
        Optional<String> one = config.getOptionalValue(KEY, String.class);
        try {
            return several.map(Keyring::of)
                    .or(() -> one.map(Keyring::single))
                    .orElseThrow(() -> new IllegalArgumentException("there is none"));
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    "Solitude needs an encryption key (" + e.getMessage() + "). Set " + KEY + " (in the environment"
                            + " SOLITUDE_ENCRYPTION_KEY) to 32 random bytes in base64, as `openssl rand -base64 32`"
                            + " gives them, and keep it: what is in the database can only be read with it.",
                    e);
        }
    }
}
