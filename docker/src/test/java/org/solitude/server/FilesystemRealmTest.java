package org.solitude.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wildfly.security.auth.principal.NamePrincipal;
import org.wildfly.security.auth.realm.FileSystemSecurityRealm;
import org.wildfly.security.auth.server.ModifiableRealmIdentity;
import org.wildfly.security.auth.server.ModifiableRealmIdentityIterator;
import org.wildfly.security.auth.server.NameRewriter;
import org.wildfly.security.authz.MapAttributes;

/** Tests that our reader of the realm's files agrees with Elytron, in the version of the server. */
class FilesystemRealmTest {

    private static final int LEVELS = 2;

    @Test
    void readsTheNamesAndRolesThatElytronWrites(@TempDir Path directory) throws Exception {
        Map<String, Set<String>> clients = Map.of(
                "shop",
                Set.of("client"),
                "a",
                Set.of(),
                "web-shop.2_EU",
                Set.of("client", "operator"),
                "x".repeat(64),
                Set.of("<&\"'>"));
        FileSystemSecurityRealm realm =
                new FileSystemSecurityRealm(directory, NameRewriter.IDENTITY_REWRITER, LEVELS, true);
        for (Map.Entry<String, Set<String>> client : clients.entrySet()) {
            ModifiableRealmIdentity identity = realm.getRealmIdentityForUpdate(new NamePrincipal(client.getKey()));
            identity.create();
            identity.setAttributes(new MapAttributes(Map.of("roles", client.getValue())));
            identity.dispose();
        }

        assertThat(FilesystemRealm.roles(directory)).isEqualTo(clients).isEqualTo(readBy(realm));
    }

    @Test
    void missingDirectoryHasNoIdentities(@TempDir Path directory) {
        assertThat(FilesystemRealm.roles(directory.resolve("clients"))).isEmpty();
    }

    private static Map<String, Set<String>> readBy(FileSystemSecurityRealm realm) throws Exception {
        Map<String, Set<String>> identities = new TreeMap<>();
        try (ModifiableRealmIdentityIterator all = realm.getRealmIdentityIterator()) {
            while (all.hasNext()) {
                ModifiableRealmIdentity identity = all.next();
                identities.put(
                        identity.getRealmIdentityPrincipal().getName(),
                        new TreeSet<>(List.copyOf(identity.getAttributes().get("roles"))));
                identity.dispose();
            }
        }
        return identities;
    }
}
