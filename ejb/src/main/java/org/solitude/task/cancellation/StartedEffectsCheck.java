package org.solitude.task.cancellation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.solitude.task.DelayedTask;

/** What was begun for a task and no rollback takes back: from then on it can only be run to its end. */
@ApplicationScoped
public class StartedEffectsCheck {

    @Inject
    private Instance<NonTransactionalEffects> effects;

    /** Whether one has begun, at whatever attempt. To be asked under the lock of the task's row where it decides. */
    public boolean anyStartedFor(DelayedTask task) {
        return effects.stream().anyMatch(effect -> effect.haveStartedFor(task));
    }
}
