package org.solitude.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.solitude.caller.Caller;
import org.solitude.caller.Role;

class DelayedTaskTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final StoredResponse CREATED = new StoredResponse(201, List.of(), new byte[0]);
    private static final StoredResponse AWAY = new StoredResponse(503, List.of(), new byte[0]);

    private final DelayedTask task = DelayedTask.accepted(
            new StoredRequest("POST", "http://localhost", "/generic/buyer/", null, List.of(), new byte[0]),
            new Caller("shop", null, Set.of(Role.CLIENT)),
            TaskOptions.NONE,
            NOW);

    @Test
    void aNewTaskIsDueAndCountsAsAnnounced() {
        assertThat(task.stateAt(NOW)).isEqualTo(TaskState.WAITING);
        assertThat(task.schedule().dueAt()).isEqualTo(NOW);
        assertThat(task.schedule().announcedAt()).isEqualTo(NOW);
    }

    @Test
    void onlyTheAttemptThatStartedFromThisCountMayWriteItsOutcome() {
        assertThat(task.isAt(0)).isTrue();
        task.tryAgain(NOW.plusSeconds(5), NOW, NOW);
        assertThat(task.isAt(0)).isFalse();
        assertThat(task.isAt(1)).isTrue();
    }

    @Test
    void aPostponementCountsNoAttempt() {
        task.postpone(NOW.plusSeconds(30), NOW);
        assertThat(task.stateAt(NOW)).isEqualTo(TaskState.RETRYING);
        assertThat(task.attempts()).isZero();
        assertThat(task.schedule().dueAt()).isEqualTo(NOW.plusSeconds(30));
    }

    @Test
    void itRemembersWhoAsked() {
        assertThat(task.caller()).isEqualTo(new Caller("shop", null, Set.of(Role.CLIENT)));
        assertThat(task.owner()).isEqualTo(task.caller().id());
    }

    @Test
    void nothingIsWrittenToATaskThatHasEnded() {
        task.complete(CREATED, NOW, NOW);
        assertThat(task.isAt(0)).isFalse();
        assertThat(task.isAt(1)).isFalse();
        assertThatThrownBy(() -> task.bury(AWAY, NOW, NOW)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aRetryWithALongDelayIsNotAnnouncedYet() {
        task.tryAgain(NOW.plusSeconds(600), NOW, NOW);
        assertThat(task.schedule().announcedAt()).isNull();
        assertThat(task.stateAt(NOW)).isEqualTo(TaskState.RETRYING);
    }

    @Test
    void aRedriveStartsCountingAnewAndRemembersTheDeath() {
        task.bury(AWAY, NOW, NOW);
        assertThat(task.state().hasRun()).isTrue();
        task.redrive(NOW.plusSeconds(60));
        assertThat(task.state()).isEqualTo(TaskState.WAITING);
        assertThat(task.attempts()).isZero();
        assertThat(task.deaths()).isEqualTo(1);
        assertThat(task.statusCode()).isNull();
    }

    @Test
    void whatIsHeldIsDueNeverAndFromItsTurnOnNoEarlierThanItsClientWants() {
        task.hold();
        assertThat(task.isHeld()).isTrue();
        assertThat(task.isDueAt(NOW.plusSeconds(1_000_000))).isFalse();
        assertThat(task.schedule().announcedAt()).isNull();
        assertThat(task.stateAt(NOW)).isEqualTo(TaskState.WAITING);
        task.letGo(NOW.plusSeconds(5));
        assertThat(task.isHeld()).isFalse();
        assertThat(task.isDueAt(NOW.plusSeconds(4))).isFalse();
        assertThat(task.isDueAt(NOW.plusSeconds(5))).isTrue();
    }
}
