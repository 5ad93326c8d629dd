package org.solitude.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests which state may follow which, and the words of the states. */
class TaskStateTest {

    @ParameterizedTest
    @EnumSource(names = {"WAITING", "RETRYING"})
    void dueTaskMayEndInAnyState(TaskState due) {
        assertThat(next(due))
                .isEqualTo(EnumSet.of(
                        TaskState.RETRYING, TaskState.DONE, TaskState.DEAD, TaskState.CANCELLED, TaskState.EXPIRED));
    }

    @Test
    void deadTaskMayOnlyWaitAgain() {
        assertThat(next(TaskState.DEAD)).containsExactly(TaskState.WAITING);
    }

    @ParameterizedTest
    @EnumSource(names = {"DONE", "CANCELLED", "EXPIRED"})
    void endedTaskKeepsItsState(TaskState ended) {
        assertThat(next(ended)).isEmpty();
    }

    @Test
    void noStateBecomesRunning() {
        for (TaskState state : TaskState.values()) {
            assertThat(state.canBecome(TaskState.RUNNING)).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void stateIsFoundByItsWord(TaskState state) {
        assertThat(TaskState.of(state.word())).isSameAs(state);
    }

    @Test
    void unknownWordIsRefused() {
        assertThatThrownBy(() -> TaskState.of("WAITING")).isInstanceOf(IllegalArgumentException.class);
    }

    private static Set<TaskState> next(TaskState from) {
        Set<TaskState> next = EnumSet.allOf(TaskState.class);
        next.removeIf(state -> !from.canBecome(state));
        return next;
    }
}
