package org.solitude.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.solitude.harness.ServerProcess;
import org.solitude.harness.TestDatabase;

/** Tasks of a key stay in order while the server dies: 200 over 10 keys with every build, 10,000 as docs/testing.md says. */
class OrderingAfterCrashIT {
    private static final int TASKS = Integer.getInteger("order.tasks", 200);
    private static final int KEYS = Integer.getInteger("order.keys", 10);
    private static final int KILLS = Integer.getInteger("order.kills", 1);

    @Test
    void eachKeyKeepsItsOrderWhateverDies() throws IOException {
        CrashPlan plan = new CrashPlan(
                KILLS,
                Long.getLong("order.seed", CrashPlan.fromSystemProperties().seed()),
                System.getProperty("order.database", "h2"));
        try (TestDatabase database = TestDatabase.start(plan.database());
                ServerProcess server = new ServerProcess("order-" + plan.database(), database)) {
            server.launch();
            server.awaitUp();
            CrashIT.createTakenBuyer(server.client());
            WriteHistory ledger = new WriteHistory();
            try (OrderedWriters lines = new OrderedWriters(server.client(), plan, KEYS, TASKS)) {
                lines.start(ledger);
                ServerKiller killer = new ServerKiller(server, ledger, plan.random(-1), TASKS / (KILLS + 1));
                killer.killDuringWrites();
                for (int kill = 1; kill < plan.kills(); kill++) {
                    killer.startAndKill();
                }
                server.launch();
                server.awaitUp();
                lines.awaitComplete();
                PromiseCheck verdict = PromiseCheck.run(ledger, server.client());
                List<String> disorder = OrderCheck.violationsOf(lines.writers(), server.client());
                Files.writeString(
                        server.directory().resolve("verdict.txt"),
                        "%s%n%d tasks over %d keys%n%s%n%d out of order%n%s"
                                .formatted(
                                        plan,
                                        TASKS,
                                        KEYS,
                                        verdict.report(),
                                        disorder.size(),
                                        String.join("\n", disorder)));
                assertThat(ledger.writerFailures())
                        .as("%s: the clients themselves", plan)
                        .isEmpty();
                assertThat(verdict.violations())
                        .as("%s: %s", plan, verdict.summary())
                        .isEmpty();
                assertThat(disorder).as("%s", plan).isEmpty();
                assertThat(ledger.accepted())
                        .as("%s: nothing was promised", plan)
                        .hasSizeGreaterThan(TASKS / 2);
            }
        }
    }
}
