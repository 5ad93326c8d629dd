package org.solitude.server.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests that PostgreSQL starts after any end of the run before, with its data, and says in one sentence why it cannot.
 * The first start in a directory takes seconds, so the tests share one unless they need an empty one.
 */
class EmbeddedPostgresIT {

    private static Path directory;

    @BeforeAll
    static void initialize(@TempDir Path shared) {
        directory = shared;
        EmbeddedPostgres.start(directory).close();
    }

    /** Leaves one row behind in a database that is stopped. */
    @BeforeEach
    void commitOneRow() throws SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(directory)) {
            execute(postgres, "drop table if exists kept");
            execute(postgres, "create table kept (id integer)");
            execute(postgres, "insert into kept values (1)");
        }
    }

    @Test
    void dataSurvivesStopAndStart() throws SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(directory)) {
            assertThat(query(postgres, "select count(*) from kept")).isEqualTo("1");
        }
    }

    @Test
    void committedDataSurvivesKillOfPostmaster() throws Exception {
        EmbeddedPostgres killed = EmbeddedPostgres.start(directory);
        execute(killed, "insert into kept values (2)");
        kill(killed);

        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(directory)) {
            assertThat(query(postgres, "select count(*) from kept")).isEqualTo("2");
        }
    }

    @Test
    void killedPostmasterIsRestartedAtItsPort() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(directory)) {
            CountDownLatch restart = new CountDownLatch(2);
            postgres.keepRunning(report -> restart.countDown());
            ProcessHandle before = postmaster(postgres);
            kill(postgres);

            assertThat(restart.await(60, TimeUnit.SECONDS)).isTrue();
            assertThat(postmaster(postgres)).isNotEqualTo(before);
            assertThat(query(postgres, "select count(*) from kept")).isEqualTo("1");
        }
    }

    @Test
    void postmasterThatStillRunsIsReplaced() throws Exception {
        EmbeddedPostgres abandoned = EmbeddedPostgres.start(directory);
        ProcessHandle before = postmaster(abandoned);
        execute(abandoned, "insert into kept values (2)");

        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(directory)) {
            assertThat(postmaster(postgres)).isNotEqualTo(before);
            assertThat(query(postgres, "select count(*) from kept")).isEqualTo("2");
            before.onExit().get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void stalePidFileOfAnotherProgramIsRemoved() throws IOException, SQLException {
        long another = ProcessHandle.current().pid();
        Files.writeString(directory.resolve("data/postmaster.pid"), another + "\n" + directory + "\n1\n1\n\n\n\n");

        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(directory)) {
            assertThat(query(postgres, "select count(*) from kept")).isEqualTo("1");
        }
    }

    @Test
    void initializationThatWasKilledBeginsAnew(@TempDir Path empty) throws IOException, SQLException {
        shareBinariesWith(empty);
        Files.createDirectories(empty.resolve("data-partial/base"));
        Files.writeString(empty.resolve("data-partial/PG_VERSION"), "18");

        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(empty)) {
            assertThat(query(postgres, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void connectionWithoutThePasswordIsRefused() {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(directory)) {
            String url = postgres.settings().get("SOLITUDE_DATABASE_URL");
            assertThatThrownBy(() -> DriverManager.getConnection(url, "solitude", "guessed"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void commitsAreDurable() throws SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(directory)) {
            assertThat(query(postgres, "show fsync")).isEqualTo("on");
            assertThat(query(postgres, "show synchronous_commit")).isEqualTo("on");
            assertThat(query(postgres, "show full_page_writes")).isEqualTo("on");
            assertThat(query(postgres, "show listen_addresses")).isEqualTo("127.0.0.1");
        }
    }

    @Test
    void passwordAndDataAreReadableByTheirOwnerAlone() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("password"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("data"))))
                .isEqualTo("rwx------");
    }

    @Test
    void dataOfAnotherMajorVersionIsRefusedAndLeftAlone(@TempDir Path other) throws IOException {
        Files.createDirectories(other.resolve("data"));
        Files.writeString(other.resolve("data/PG_VERSION"), "17\n");

        assertThatThrownBy(() -> EmbeddedPostgres.start(other))
                .isInstanceOf(PostgresStartException.class)
                .hasMessageContaining("holds data of PostgreSQL 17, and this build has 18");
        assertThat(other.resolve("data/PG_VERSION")).hasContent("17\n");
    }

    /** Spares a directory the unpacking, which the first start in the shared one has done. */
    private static void shareBinariesWith(Path other) throws IOException {
        Path binaries = PostgresBinaries.unpack(directory).home();
        Files.createSymbolicLink(other.resolve(binaries.getFileName()), binaries);
    }

    private static void kill(EmbeddedPostgres postgres)
            throws InterruptedException, ExecutionException, TimeoutException {
        ProcessHandle postmaster = postmaster(postgres);
        postmaster.destroyForcibly();
        postmaster.onExit().get(10, TimeUnit.SECONDS);
    }

    private static ProcessHandle postmaster(EmbeddedPostgres postgres) {
        return ProcessHandle.of(postgres.pid().orElseThrow()).orElseThrow();
    }

    private static void execute(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection = connect(postgres)) {
            connection.createStatement().execute(sql);
        }
    }

    private static String query(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection = connect(postgres);
                ResultSet result = connection.createStatement().executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }

    private static Connection connect(EmbeddedPostgres postgres) throws SQLException {
        Map<String, String> settings = postgres.settings();
        return DriverManager.getConnection(
                settings.get("SOLITUDE_DATABASE_URL"),
                settings.get("SOLITUDE_DATABASE_USER"),
                settings.get("SOLITUDE_DATABASE_PASSWORD"));
    }
}
