package org.solitude.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wildfly.security.credential.PasswordCredential;
import org.wildfly.security.credential.store.CredentialStore;
import org.wildfly.security.password.interfaces.ClearPassword;

/** Settings from a credential store. */
class CredentialStoreConfigSourceTest {
    @AfterEach
    void clearProperties() {
        System.clearProperty(CredentialStoreConfigSource.FILE);
        System.clearProperty(CredentialStoreConfigSource.PASSWORD);
    }

    @Test
    void aliasIsASetting(@TempDir Path directory) throws Exception {
        String file = storeWith(directory, "solitude.encryption.key", "c2VjcmV0");
        CredentialStoreConfigSource source = source(file, "opens it");
        assertThat(source.getValue("solitude.encryption.key")).isEqualTo("c2VjcmV0");
        assertThat(source.getPropertyNames()).containsExactly("solitude.encryption.key");
        assertThat(source.getValue("solitude.encryption.keys")).isNull();
    }

    @Test
    void wrongPasswordIsReportedWithoutSecrets(@TempDir Path directory) throws Exception {
        String file = storeWith(directory, "solitude.encryption.key", "c2VjcmV0");
        CredentialStoreConfigSource source = source(file, "does not open it");
        assertThatThrownBy(() -> source.getValue("solitude.encryption.key"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("SOLITUDE_CREDENTIAL_STORE_PASSWORD")
                .hasMessageNotContaining("does not open it");
    }

    @Test
    void missingStoreHasNoSettings(@TempDir Path directory) {
        assertThat(new CredentialStoreConfigSource().getValue("solitude.encryption.key"))
                .isNull();
        assertThat(source(directory.resolve("none").toString(), "any").getPropertyNames())
                .isEmpty();
    }

    private static String storeWith(Path directory, String alias, String secret) throws Exception {
        String file = directory.resolve("store").toString();
        CredentialStore store = CredentialStoreReader.open(file, "opens it", true);
        store.store(alias, new PasswordCredential(ClearPassword.createRaw("clear", secret.toCharArray())));
        store.flush();
        return file;
    }

    private static CredentialStoreConfigSource source(String file, String password) {
        System.setProperty(CredentialStoreConfigSource.FILE, file);
        System.setProperty(CredentialStoreConfigSource.PASSWORD, password);
        return new CredentialStoreConfigSource();
    }
}
