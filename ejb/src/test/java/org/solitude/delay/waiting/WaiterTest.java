package org.solitude.delay.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WaiterTest {

    private final AtomicInteger answers = new AtomicInteger();
    private final Waiter waiter = new Waiter(UUID.randomUUID());

    @Test
    void isAnsweredOnceHoweverOftenItIsWoken() {
        waiter.answer(Duration.ofHours(1), Runnable::run, answers::incrementAndGet);
        assertThat(answers).hasValue(0);
        waiter.wake();
        waiter.wake();
        assertThat(answers).hasValue(1);
    }

    @Test
    void anEndThatCameBeforeIsNotMissed() {
        waiter.wake();
        waiter.answer(Duration.ofHours(1), Runnable::run, answers::incrementAndGet);
        assertThat(answers).hasValue(1);
    }
}
