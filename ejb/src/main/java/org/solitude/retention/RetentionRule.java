package org.solitude.retention;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.solitude.task.TaskState;

/**
 * Tasks in one state that may go when they ended so long ago.
 *
 * @param owner whose, or null for everybody's
 * @param others of these owners it says nothing: they have rules of their own
 */
record RetentionRule(
        TaskState state, Duration age, @Nullable String owner, Set<String> others) {

    private static final List<TaskState> END_STATES =
            List.of(TaskState.DONE, TaskState.CANCELLED, TaskState.EXPIRED, TaskState.DEAD);

    /**
     * All rules.
     *
     * @param defaultAge how long a task is kept that did not die
     * @param deadAge how long a dead one is
     * @param ageByOwner how long any of these owners' is
     */
    static List<RetentionRule> of(Duration defaultAge, Duration deadAge, Map<String, Duration> ageByOwner) {
        List<RetentionRule> rules = new ArrayList<>();
        for (TaskState state : END_STATES) {
            ageByOwner.forEach((owner, age) -> rules.add(new RetentionRule(state, age, owner, Set.of())));
            Duration age = state == TaskState.DEAD ? deadAge : defaultAge;
            rules.add(new RetentionRule(state, age, null, Set.copyOf(ageByOwner.keySet())));
        }
        return rules;
    }
}
