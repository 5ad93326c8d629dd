package org.solitude.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Authenticator;
import java.net.HttpURLConnection;
import java.net.PasswordAuthentication;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests that environment variables select PostgreSQL instead of H2. */
class PostgresIT {

    private static final String TEST_CONNECTION = """
            {"operation": "test-connection-in-pool", "address": [{"subsystem": "datasources"}, {"data-source": "Solitude"}]}
            """;

    @Test
    void environmentSelectsPostgresql(@TempDir Path directory) throws Exception {
        AdminLogin login = AdminLogin.loadOrCreate(directory.resolve("login"));
        PreparedServer server = PreparedServer.prepare(
                        WildFlyHome.at(Path.of(System.getProperty("solitude.wildfly.home"))),
                        Path.of(System.getProperty("solitude.servers"), "postgresql"))
                .admit(login);

        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            StartOptions options = StartOptions.atOffset(1100)
                    .with("SOLITUDE_DATABASE", "postgresql")
                    .with("SOLITUDE_DATABASE_URL", "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres")
                    .with("SOLITUDE_DATABASE_USER", "postgres")
                    .with("SOLITUDE_DATABASE_PASSWORD", "ignored: the server trusts this host");
            try (RunningServer running = server.start(options).awaitReady(Duration.ofMinutes(2))) {
                assertThat(testConnection(running, login)).isEqualTo(200);
                assertThat(connections(postgres)).isPositive();
            }
        }
    }

    private static int connections(EmbeddedPostgres postgres) throws Exception {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select count(*) from pg_stat_activity where pid <> pg_backend_pid() and application_name like 'PostgreSQL%'")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    /** Tests the connection through the management interface, with the login (HTTP Digest). */
    private static int testConnection(RunningServer running, AdminLogin login) throws IOException {
        HttpURLConnection http = (HttpURLConnection)
                running.managementUri().resolve("management").toURL().openConnection();
        http.setAuthenticator(new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(login.user(), login.password().toCharArray());
            }
        });
        http.setDoOutput(true);
        http.setRequestProperty("Content-Type", "application/json");
        try (OutputStream body = http.getOutputStream()) {
            body.write(TEST_CONNECTION.getBytes(StandardCharsets.UTF_8));
        }
        return http.getResponseCode();
    }
}
