package org.solitude.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.util.HashMap;
import java.util.Map;
import org.wildfly.security.auth.server.IdentityCredentials;
import org.wildfly.security.credential.PasswordCredential;
import org.wildfly.security.credential.store.CredentialStore;
import org.wildfly.security.credential.store.CredentialStore.CredentialSourceProtectionParameter;
import org.wildfly.security.credential.store.CredentialStoreException;
import org.wildfly.security.credential.store.WildFlyElytronCredentialStoreProvider;
import org.wildfly.security.credential.store.impl.KeyStoreCredentialStore;
import org.wildfly.security.password.WildFlyElytronPasswordProvider;
import org.wildfly.security.password.interfaces.ClearPassword;

/** Reads the file that WildFly's resource {@code /subsystem=elytron/credential-store} manages. */
final class CredentialStoreReader {

    private static final Provider[] PROVIDERS = {
        WildFlyElytronCredentialStoreProvider.getInstance(), WildFlyElytronPasswordProvider.getInstance()
    };

    /** WildFly's default. */
    private static final String TYPE = "JCEKS";

    private CredentialStoreReader() {}

    /**
     * Returns the secrets by alias; none if the file does not exist.
     *
     * @throws IllegalStateException if the password is wrong
     */
    static Map<String, String> read(String file, String password) {
        if (!Files.exists(Path.of(file))) {
            return Map.of();
        }
        try {
            CredentialStore store = open(file, password, false);
            Map<String, String> secrets = new HashMap<>();
            for (String alias : store.getAliases()) {
                PasswordCredential secret = store.retrieve(alias, PasswordCredential.class);
                if (secret != null && secret.getPassword() instanceof ClearPassword clear) {
                    secrets.put(alias, new String(clear.getPassword()));
                }
            }
            return Map.copyOf(secrets);
        } catch (CredentialStoreException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(
                    "The credential store " + file + " cannot be read: is SOLITUDE_CREDENTIAL_STORE_PASSWORD its"
                            + " password?",
                    e);
        }
    }

    /** Opens the store in this file. */
    static CredentialStore open(String file, String password, boolean create)
            throws NoSuchAlgorithmException, CredentialStoreException {
        CredentialStore store =
                CredentialStore.getInstance(KeyStoreCredentialStore.KEY_STORE_CREDENTIAL_STORE, PROVIDERS[0]);
        store.initialize(
                Map.of(
                        "location",
                        file,
                        "keyStoreType",
                        TYPE,
                        "create",
                        Boolean.toString(create),
                        "modifiable",
                        Boolean.toString(create)),
                new CredentialSourceProtectionParameter(IdentityCredentials.NONE.withCredential(
                        new PasswordCredential(ClearPassword.createRaw("clear", password.toCharArray())))),
                PROVIDERS);
        return store;
    }
}
