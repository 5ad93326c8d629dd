package org.solitude.crash;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.solitude.testkit.client.SolitudeClient;

/** Many lines of writes at once, over a few connections. */
final class OrderedWriters implements AutoCloseable {
    private static final int CONNECTIONS = 8;
    private static final int BREATH = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(20);

    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(CONNECTIONS);
    private final List<OrderedWriter> all = new ArrayList<>();

    /** So many lines that share so many tasks. */
    OrderedWriters(SolitudeClient solitude, CrashPlan plan, int lines, int tasks) {
        for (int i = 0; i < lines; i++) {
            all.add(new OrderedWriter(solitude, "line " + i, tasks / lines, plan.chance(i)));
        }
    }

    void start(WriteHistory ledger) {
        for (OrderedWriter line : all) {
            threads.scheduleWithFixedDelay(() -> goOn(line, ledger), BREATH, BREATH, TimeUnit.MILLISECONDS);
        }
    }

    private static void goOn(OrderedWriter line, WriteHistory ledger) {
        try {
            line.goOn(ledger);
        } catch (RuntimeException e) {
            // an executor would drop it, and the line with it
            ledger.stumbled(e);
        }
    }

    void awaitComplete() {
        Awaitility.await("all lines").atMost(PATIENCE).until(() -> all.stream().allMatch(OrderedWriter::isComplete));
    }

    List<OrderedWriter> all() {
        return all;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
