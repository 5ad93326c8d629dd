package org.solitude.crash;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.solitude.testkit.client.SolitudeClient;

/** Many ordered writers at once, over a few connections. */
final class OrderedWriters implements AutoCloseable {
    private static final int CONNECTIONS = 8;
    private static final int PAUSE_MILLIS = 20;
    private static final Duration TIMEOUT = Duration.ofMinutes(20);

    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(CONNECTIONS);
    private final List<OrderedWriter> writers = new ArrayList<>();

    /** Creates this number of writers, which share this number of tasks. */
    OrderedWriters(SolitudeClient solitude, CrashPlan plan, int number, int tasks) {
        for (int i = 0; i < number; i++) {
            writers.add(new OrderedWriter(solitude, "line " + i, tasks / number, plan.random(i)));
        }
    }

    void start(WriteHistory history) {
        for (OrderedWriter writer : writers) {
            threads.scheduleWithFixedDelay(
                    () -> writeNext(writer, history), PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private static void writeNext(OrderedWriter writer, WriteHistory history) {
        try {
            writer.writeNext(history);
        } catch (RuntimeException e) {
            // the executor would swallow the exception and stop this writer
            history.addWriterFailure(e);
        }
    }

    void awaitComplete() {
        Awaitility.await("all writers").atMost(TIMEOUT).until(() -> writers.stream()
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
