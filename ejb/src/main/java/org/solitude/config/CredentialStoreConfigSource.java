package org.solitude.config;

import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * Reads settings from WildFly's credential store {@code solitude}: each alias is a setting, for instance {@code
 * solitude.encryption.key}. Its ordinal is below the environment and above settings files. It is read once, when the
 * application starts.
 *
 * <p>System properties that the set-up script creates hold the store's file and password. Without them this source has
 * no settings.
 */
public class CredentialStoreConfigSource implements ConfigSource {

    static final String FILE = "solitude.credential-store.file";
    static final String PASSWORD = "solitude.credential-store.password";

    private static final int ORDINAL = 250;

    private @Nullable Map<String, String> secrets;

    @Override
    public int getOrdinal() {
        return ORDINAL;
    }

    @Override
    public String getName() {
        return "WildFly's credential store";
    }

    @Override
    public Set<String> getPropertyNames() {
        return secrets().keySet();
    }

    @Override
    public @Nullable String getValue(String name) {
        return secrets().get(name);
    }

    private synchronized Map<String, String> secrets() {
        if (secrets == null) {
            String file = System.getProperty(FILE);
            String password = System.getProperty(PASSWORD);
            secrets = file == null || password == null ? Map.of() : CredentialStoreReader.read(file, password);
        }
        return secrets;
    }
}
