package org.solitude.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.solitude.caller.Caller;
import org.solitude.caller.Role;

/** Tests the transitions of a task and their effects on its due time and attempts. */
class DelayedTaskTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final StoredResponse CREATED = new StoredResponse(201, List.of(), new byte[0]);
    private static final StoredResponse UNAVAILABLE = new StoredResponse(503, List.of(), new byte[0]);

    private final DelayedTask task = DelayedTask.accepted(
            new StoredRequest("POST", "http://localhost", "/generic/buyer/", null, List.of(), new byte[0]),
            new Caller("shop", null, Set.of(Role.CLIENT)),
            TaskOptions.NONE,
            NOW);

    @Test
    void newTaskIsDueAndDispatched() {
        assertThat(task.stateAt(NOW)).isEqualTo(TaskState.WAITING);
        assertThat(task.dispatchState().dueAt()).isEqualTo(NOW);
        assertThat(task.dispatchState().dispatchedAt()).isEqualTo(NOW);
    }

    @Test
    void attemptMayWriteItsOutcomeOnlyAtTheCountItStartedFrom() {
        assertThat(task.isAtAttempt(0)).isTrue();
        task.retryAt(NOW.plusSeconds(5), NOW, NOW);
        assertThat(task.isAtAttempt(0)).isFalse();
        assertThat(task.isAtAttempt(1)).isTrue();
    }

    @Test
    void deferralCountsNoAttempt() {
        task.deferUntil(NOW.plusSeconds(30), NOW);
        assertThat(task.stateAt(NOW)).isEqualTo(TaskState.RETRYING);
        assertThat(task.attempts()).isZero();
        assertThat(task.dispatchState().dueAt()).isEqualTo(NOW.plusSeconds(30));
    }

    @Test
    void callerIsStored() {
        assertThat(task.caller()).isEqualTo(new Caller("shop", null, Set.of(Role.CLIENT)));
        assertThat(task.owner()).isEqualTo(task.caller().id());
    }

    @Test
    void endedTaskRefusesFurtherOutcomes() {
        task.complete(CREATED, NOW, NOW);
        assertThat(task.isAtAttempt(0)).isFalse();
        assertThat(task.isAtAttempt(1)).isFalse();
        assertThatThrownBy(() -> task.markDead(UNAVAILABLE, NOW, NOW)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void retryAfterALongDelayIsNotYetDispatched() {
        task.retryAt(NOW.plusSeconds(600), NOW, NOW);
        assertThat(task.dispatchState().dispatchedAt()).isNull();
        assertThat(task.stateAt(NOW)).isEqualTo(TaskState.RETRYING);
    }

    @Test
    void redriveResetsAttemptsAndRetainsDeaths() {
        task.markDead(UNAVAILABLE, NOW, NOW);
        assertThat(task.state().hasRun()).isTrue();
        task.redrive(NOW.plusSeconds(60));
        assertThat(task.state()).isEqualTo(TaskState.WAITING);
        assertThat(task.attempts()).isZero();
        assertThat(task.deaths()).isEqualTo(1);
        assertThat(task.statusCode()).isNull();
    }

    @Test
    void blockedTaskIsNotDueUntilUnblocked() {
        task.block();
        assertThat(task.isBlocked()).isTrue();
        assertThat(task.isDueAt(NOW.plusSeconds(1_000_000))).isFalse();
        assertThat(task.dispatchState().dispatchedAt()).isNull();
        assertThat(task.stateAt(NOW)).isEqualTo(TaskState.WAITING);
        task.unblock(NOW.plusSeconds(5));
        assertThat(task.isBlocked()).isFalse();
        assertThat(task.isDueAt(NOW.plusSeconds(4))).isFalse();
        assertThat(task.isDueAt(NOW.plusSeconds(5))).isTrue();
    }
}
