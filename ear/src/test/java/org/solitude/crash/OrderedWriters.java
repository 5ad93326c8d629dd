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
    private static final int PAUSE_MILLIS = 20;
    private static final Duration TIMEOUT = Duration.ofMinutes(20);

    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(CONNECTIONS);
    private final List<OrderedWriter> writers = new ArrayList<>();

    /** So many lines that share so many tasks. */
    OrderedWriters(SolitudeClient solitude, CrashPlan plan, int lines, int tasks) {
        for (int i = 0; i < lines; i++) {
            writers.add(new OrderedWriter(solitude, "line " + i, tasks / lines, plan.random(i)));
        }
    }

    void start(WriteHistory ledger) {
        for (OrderedWriter line : writers) {
            threads.scheduleWithFixedDelay(
                    () -> writeNext(line, ledger), PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private static void writeNext(OrderedWriter line, WriteHistory ledger) {
        try {
            line.writeNext(ledger);
        } catch (RuntimeException e) {
            // an executor would drop it, and the line with it
            ledger.addWriterFailure(e);
        }
    }

    void awaitComplete() {
        Awaitility.await("all lines").atMost(TIMEOUT).until(() -> writers.stream()
                .allMatch(OrderedWriter::isComplete));
    }

    List<OrderedWriter> writers() {
        return writers;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
