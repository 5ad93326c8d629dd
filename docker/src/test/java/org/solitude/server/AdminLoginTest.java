package org.solitude.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests that a login is created once, privately, and entered into WildFly's users file. */
class AdminLoginTest {

    @Test
    void loginIsCreatedOnceAndReadableByItsOwnerOnly(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("login");
        AdminLogin login = AdminLogin.loadOrCreate(file);

        assertThat(AdminLogin.loadOrCreate(file)).isEqualTo(login);
        assertThat(AdminLogin.loadOrCreate(directory.resolve("another")).password())
                .isNotEqualTo(login.password());
        assertThat(login.password()).hasSize(24);
        assertThat(login.toString()).doesNotContain(login.password());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void loginReplacesItsOwnEntryAndKeepsOthers(@TempDir Path directory) throws Exception {
        Path users = directory.resolve("mgmt-users.properties");
        Files.writeString(users, "#$REALM_NAME=ManagementRealm$\nadmin=old\nsomeone=else\n");

        new AdminLogin("admin", "secret").grant(users);

        // echo -n admin:ManagementRealm:secret | md5sum
        assertThat(Files.readAllLines(users))
                .containsExactly(
                        "#$REALM_NAME=ManagementRealm$", "someone=else", "admin=1eb173832c3b8726e6c99a96d186eabc");
    }
}
