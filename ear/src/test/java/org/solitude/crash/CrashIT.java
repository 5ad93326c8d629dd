package org.solitude.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.solitude.harness.ServerProcess;
import org.solitude.harness.TestDatabase;
import org.solitude.testkit.client.SolitudeClient;

/**
 * Tests that each accepted write has its effect exactly once although the server, its database or both are killed:
 * three kills with every build, more with {@code -Pcrash}, see docs/testing.md.
 */
class CrashIT {
    private static final int WRITES = 400;

    @Test
    void acceptedWritesHaveTheirEffectExactlyOnceDespiteKills() throws IOException {
        CrashPlan plan = CrashPlan.fromSystemProperties();
        try (TestDatabase database = TestDatabase.createAlone("crash");
                ServerProcess server = new ServerProcess("crash", database)) {
            WriteHistory history = new WriteHistory();
            server.launch();
            server.awaitUp();
            createTakenBuyer(server.client());
            try (ConcurrentWriters writers = new ConcurrentWriters(server.client(), history)) {
                writers.start(plan);
                ServerKiller killer =
                        new ServerKiller(server, database, history, plan::victim, plan.random(-1), WRITES);
                killer.killDuringWrites();
                for (int kill = 1; kill < plan.kills(); kill++) {
                    killer.startAndKill();
                }
            }
            if (!server.isUp()) {
                server.launch();
            }
            server.awaitUp();
            PromiseCheck check = PromiseCheck.run(history, server.client());
            Files.writeString(server.directory().resolve("verdict.txt"), plan + "\n" + check.report());
            assertThat(history.writerFailures())
                    .as("%s: failures of the writers themselves", plan)
                    .isEmpty();
            assertThat(check.violations()).as("%s: %s", plan, check.summary()).isEmpty();
            assertThat(history.statuses())
                    .as("%s: no valid write is answered 500", plan)
                    .doesNotContainKey(500);
            assertThat(history.accepted())
                    .as("%s: at least one write was accepted", plan)
                    .isNotEmpty();
        }
    }

    static void createTakenBuyer(SolitudeClient solitude) {
        assertThat(solitude.post("/generic/buyer/", "{\"uuid\": \"" + WriteKind.TAKEN_UUID + "\"}")
                        .status())
                .isEqualTo(201);
    }
}
