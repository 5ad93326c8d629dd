package org.solitude.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tests how a queue is sent in batches. */
class QueueDrainerTest {

    private final BlockingQueue<List<String>> sent = new LinkedBlockingQueue<>();
    private final BlockingQueue<Throwable> failures = new LinkedBlockingQueue<>();
    private final QueueDrainer<String> drainer =
            new QueueDrainer<>(3, 2, this::send, (batch, reason) -> failures.add(reason));

    @AfterEach
    void stop() {
        drainer.stop();
    }

    @Test
    void elementBeyondTheCapacityIsRefused() {
        assertThat(List.of(drainer.offer("a"), drainer.offer("b"), drainer.offer("c"), drainer.offer("d")))
                .containsExactly(true, true, true, false);
    }

    @Test
    void elementsAreSentInOrderAndInBatches() throws InterruptedException {
        drainer.offer("a");
        drainer.offer("b");
        drainer.offer("c");
        drainer.start(Thread::new, "test");
        assertThat(sent.poll(10, TimeUnit.SECONDS)).containsExactly("a", "b");
        assertThat(sent.poll(10, TimeUnit.SECONDS)).containsExactly("c");
    }

    @Test
    void failedBatchIsReportedAndTheNextIsSent() throws InterruptedException {
        drainer.offer("error");
        drainer.offer("a");
        drainer.offer("b");
        drainer.start(Thread::new, "test");
        assertThat(failures.poll(10, TimeUnit.SECONDS)).isInstanceOf(OutOfMemoryError.class);
        assertThat(sent.poll(10, TimeUnit.SECONDS)).containsExactly("b");
    }

    private void send(List<String> batch) {
        if (batch.contains("error")) {
            throw new OutOfMemoryError("simulated");
        }
        sent.add(new ArrayList<>(batch));
    }
}
