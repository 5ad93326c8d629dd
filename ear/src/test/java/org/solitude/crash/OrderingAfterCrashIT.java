package org.solitude.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.solitude.harness.ServerProcess;
import org.solitude.harness.TestDatabase;

/**
 * Tests that tasks of an ordering key run in order although the server is killed: 200 tasks of 10 keys with every
 * build, 10,000 with the command in docs/testing.md.
 */
class OrderingAfterCrashIT {
    private static final int TASKS = Integer.getInteger("order.tasks", 200);
    private static final int KEYS = Integer.getInteger("order.keys", 10);
    private static final int KILLS = Integer.getInteger("order.kills", 1);

    @Test
    void tasksOfEachOrderingKeyRunInOrderDespiteKills() throws IOException {
        CrashPlan plan = new CrashPlan(
                KILLS,
                List.of(Victim.SERVER),
                Long.getLong("order.seed", CrashPlan.fromSystemProperties().seed()));
        try (TestDatabase database = TestDatabase.create("order");
                ServerProcess server = new ServerProcess("order", database)) {
            server.launch();
            server.awaitUp();
            CrashIT.createTakenBuyer(server.client());
            WriteHistory history = new WriteHistory();
            try (OrderedWriters writers = new OrderedWriters(server.client(), plan, KEYS, TASKS)) {
                writers.start(history);
                ServerKiller killer =
                        new ServerKiller(server, database, history, plan::victim, plan.random(-1), TASKS / (KILLS + 1));
                killer.killDuringWrites();
                for (int kill = 1; kill < plan.kills(); kill++) {
                    killer.startAndKill();
                }
                server.launch();
                server.awaitUp();
                writers.awaitComplete();
                PromiseCheck check = PromiseCheck.run(history, server.client());
                List<String> orderViolations = OrderCheck.violationsOf(writers.writers(), server.client());
                Files.writeString(
                        server.directory().resolve("verdict.txt"),
                        "%s%n%d tasks over %d keys%n%s%n%d out of order%n%s"
                                .formatted(
                                        plan,
                                        TASKS,
                                        KEYS,
                                        check.report(),
                                        orderViolations.size(),
                                        String.join("\n", orderViolations)));
                assertThat(history.writerFailures())
                        .as("%s: failures of the writers themselves", plan)
                        .isEmpty();
                assertThat(check.violations())
                        .as("%s: %s", plan, check.summary())
                        .isEmpty();
                assertThat(orderViolations).as("%s", plan).isEmpty();
                assertThat(history.accepted())
                        .as("%s: more than half of the writes were accepted", plan)
                        .hasSizeGreaterThan(TASKS / 2);
            }
        }
    }
}
