package org.solitude.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.solitude.harness.ServerProcess;
import org.solitude.harness.TestDatabase;
import org.solitude.testkit.client.AcceptedTask;

/** Tests how soon another node runs what a dead node ran, with the intervals of production. */
class LapsedLeaseIT {
    private static final Duration LATEST = Duration.ofSeconds(5);
    private static final String KEY = "dGhyb3ctYXdheSBrZXkgb2YgdXBncmFkZSB0ZXN0cyE=";

    @Test
    void taskOfDeadNodeStartsWithinFiveSecondsOfItsLease() throws SQLException {
        try (TestDatabase database = TestDatabase.create("lapsed");
                ServerProcess dying = node("lapsed-one", database);
                ServerProcess surviving = node("lapsed-two", database)) {
            dying.launch();
            surviving.launch();
            dying.awaitUp();
            surviving.awaitUp();
            BlockedWrite write = BlockedWrite.create();
            AcceptedTask task = dying.client().asynchronously().post(write.path(), "{}");
            write.awaitBlocked(dying.client());
            dying.kill();
            write.release(surviving.client());
            Instant lease = leaseOf(task, database);

            JsonObject result = AcceptedTask.at(surviving.client(), task.uuid())
                    .awaitResult()
                    .json();
            assertThat(result.getInt("status_code")).as("%s", result).isEqualTo(201);
            Instant started = Instant.parse(
                    result.getJsonArray("history").getJsonObject(0).getString("started"));
            assertThat(started).isBetween(lease, lease.plus(LATEST));
            assertThat(write.executions(surviving.client())).isEqualTo(1);
        }
    }

    private static ServerProcess node(String name, TestDatabase database) {
        ServerProcess node = new ServerProcess(name, database);
        node.set("SOLITUDE_ENCRYPTION_KEY", KEY);
        node.set("SOLITUDE_DELAY_SWEEP", "PT15S");
        node.set("SOLITUDE_DELAY_HEARTBEAT", "PT5S");
        node.set("SOLITUDE_DELAY_LEASE", "PT20S");
        return node;
    }

    private static Instant leaseOf(AcceptedTask task, TestDatabase database) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement query =
                        connection.prepareStatement("select leased_until from delayed_task where uuid = ?")) {
            query.setObject(1, UUID.fromString(task.uuid()));
            ResultSet row = query.executeQuery();
            assertThat(row.next()).isTrue();
            return row.getTimestamp(1).toInstant();
        }
    }
}
