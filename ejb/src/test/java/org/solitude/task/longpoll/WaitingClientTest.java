package org.solitude.task.longpoll;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Tests when a waiting client is answered. */
class WaitingClientTest {

    private final AtomicInteger answers = new AtomicInteger();
    private final WaitingClient client = new WaitingClient(UUID.randomUUID());

    @Test
    void clientWokenTwiceIsAnsweredOnce() {
        client.answerWithin(Duration.ofHours(1), Runnable::run, answers::incrementAndGet);
        assertThat(answers).hasValue(0);
        client.wake();
        client.wake();
        assertThat(answers).hasValue(1);
    }

    @Test
    void endBeforeTheWaitIsNotMissed() {
        client.wake();
        client.answerWithin(Duration.ofHours(1), Runnable::run, answers::incrementAndGet);
        assertThat(answers).hasValue(1);
    }
}
