package org.solitude.task.longpoll;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WaitingClientTest {

    private final AtomicInteger answers = new AtomicInteger();
    private final WaitingClient waiter = new WaitingClient(UUID.randomUUID());

    @Test
    void isAnsweredOnceHoweverOftenItIsWoken() {
        waiter.answerWithin(Duration.ofHours(1), Runnable::run, answers::incrementAndGet);
        assertThat(answers).hasValue(0);
        waiter.wake();
        waiter.wake();
        assertThat(answers).hasValue(1);
    }

    @Test
    void anEndThatCameBeforeIsNotMissed() {
        waiter.wake();
        waiter.answerWithin(Duration.ofHours(1), Runnable::run, answers::incrementAndGet);
        assertThat(answers).hasValue(1);
    }
}
