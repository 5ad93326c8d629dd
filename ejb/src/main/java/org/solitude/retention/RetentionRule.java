package org.solitude.retention;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.solitude.task.TaskState;

/**
 * Says how long tasks in one state are retained after their end.
 *
 * @param owner the owner of the tasks, or null for all owners
 * @param others the owners that have rules of their own, to which this one does not apply
 */
record RetentionRule(
        TaskState state, Duration age, @Nullable String owner, Set<String> others) {

    private static final List<TaskState> END_STATES =
            List.of(TaskState.DONE, TaskState.CANCELLED, TaskState.EXPIRED, TaskState.DEAD);

    /**
     * Returns the rules for all states that a task can end in.
     *
     * @param defaultAge how long tasks are retained that are not dead
     * @param deadAge how long dead tasks are
     * @param ageByOwner how long all tasks of these owners are
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
