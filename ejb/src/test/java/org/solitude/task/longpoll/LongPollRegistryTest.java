package org.solitude.task.longpoll;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LongPollRegistryTest {

    private final UUID task = UUID.randomUUID();
    private final List<String> answered = new ArrayList<>();
    private final LongPollRegistry waiters = new LongPollRegistry(new LongPollSettings() {
        @Override
        public int maximumClients() {
            return 2;
        }
    });

    @Test
    void theEndOfATaskWakesThoseWhoWaitForIt() {
        begin(task, "one");
        begin(UUID.randomUUID(), "other");
        waiters.wake(task);
        assertThat(answered).containsExactly("one");
        assertThat(waiters.size()).isOne();
        assertThat(waiters.tasks()).hasSize(1).doesNotContain(task);
    }

    @Test
    void beyondTheLimitNobodyWaitsUntilAnotherHasGone() {
        begin(task, "one");
        begin(task, "two");
        assertThat(waiters.register(task)).isEmpty();
        waiters.wake(task);
        assertThat(waiters.size()).isZero();
        assertThat(waiters.register(task)).isPresent();
    }

    @Test
    void aServerThatStopsLeavesNobodyWaiting() {
        begin(task, "one");
        waiters.stopping(true);
        begin(task, "late");
        assertThat(answered).containsExactly("one", "late");
        waiters.stopping(false);
        begin(task, "after all");
        assertThat(answered).hasSize(2);
    }

    private void begin(UUID waitedFor, String name) {
        waiters.register(waitedFor)
                .orElseThrow()
                .answerWithin(Duration.ofHours(1), Runnable::run, () -> answered.add(name));
    }
}
