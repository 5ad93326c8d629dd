package org.solitude.task.longpoll;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Tests when waiting clients are registered and woken. */
class LongPollRegistryTest {

    private final UUID task = UUID.randomUUID();
    private final List<String> answered = new ArrayList<>();
    private final LongPollRegistry longPolls = new LongPollRegistry(new LongPollSettings() {
        @Override
        public int maximumClients() {
            return 2;
        }
    });

    @Test
    void endOfATaskWakesItsClients() {
        begin(task, "one");
        begin(UUID.randomUUID(), "other");
        longPolls.wake(task);
        assertThat(answered).containsExactly("one");
        assertThat(longPolls.size()).isOne();
        assertThat(longPolls.awaited()).hasSize(1).doesNotContain(task);
    }

    @Test
    void clientBeyondTheMaximumIsRefusedUntilAnotherLeaves() {
        begin(task, "one");
        begin(task, "two");
        assertThat(longPolls.register(task)).isEmpty();
        longPolls.wake(task);
        assertThat(longPolls.size()).isZero();
        assertThat(longPolls.register(task)).isPresent();
    }

    @Test
    void stoppingServerWakesAllClients() {
        begin(task, "one");
        longPolls.stopping(true);
        begin(task, "late");
        assertThat(answered).containsExactly("one", "late");
        longPolls.stopping(false);
        begin(task, "after all");
        assertThat(answered).hasSize(2);
    }

    private void begin(UUID awaited, String name) {
        longPolls
                .register(awaited)
                .orElseThrow()
                .answerWithin(Duration.ofHours(1), Runnable::run, () -> answered.add(name));
    }
}
