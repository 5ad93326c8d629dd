package org.solitude.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.solitude.harness.ServerProcess;
import org.solitude.harness.TestDatabase;
import org.solitude.testkit.client.SolitudeClient;

/** Three kills with every build; as many as you like with {@code -Pviolence}, see docs/testing.md. */
class CrashIT {
    private static final int WRITES = 400;

    @Test
    void everyPromiseIsKeptExactlyOnceWhateverDies() throws IOException {
        CrashPlan plan = CrashPlan.fromSystemProperties();
        try (TestDatabase database = TestDatabase.start(plan.database());
                ServerProcess server = new ServerProcess("violence-" + plan.database(), database)) {
            WriteHistory ledger = new WriteHistory();
            server.launch();
            server.awaitUp();
            createTakenBuyer(server.client());
            try (ConcurrentWriters writers = new ConcurrentWriters(server.client(), ledger)) {
                writers.start(plan);
                ServerKiller killer = new ServerKiller(server, ledger, plan.random(-1), WRITES);
                killer.killDuringWrites();
                for (int kill = 1; kill < plan.kills(); kill++) {
                    killer.startAndKill();
                }
            }
            server.launch();
            server.awaitUp();
            PromiseCheck verdict = PromiseCheck.run(ledger, server.client());
            Files.writeString(server.directory().resolve("verdict.txt"), plan + "\n" + verdict.report());
            assertThat(ledger.writerFailures())
                    .as("%s: the writers themselves", plan)
                    .isEmpty();
            assertThat(verdict.violations())
                    .as("%s: %s", plan, verdict.summary())
                    .isEmpty();
            assertThat(ledger.statuses())
                    .as("%s: a write that nothing is wrong with was answered 500", plan)
                    .doesNotContainKey(500);
            assertThat(ledger.accepted())
                    .as("%s: nothing was promised, so nothing was tested", plan)
                    .isNotEmpty();
        }
    }

    static void createTakenBuyer(SolitudeClient solitude) {
        assertThat(solitude.post("/generic/buyer/", "{\"uuid\": \"" + WriteKind.TAKEN_UUID + "\"}")
                        .status())
                .isEqualTo(201);
    }
}
