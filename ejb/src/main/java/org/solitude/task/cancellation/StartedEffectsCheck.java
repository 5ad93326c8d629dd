package org.solitude.task.cancellation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.solitude.task.DelayedTask;

/** Checks whether an effect has started for a task that no rollback undoes. Such a task can only be run to its end. */
@ApplicationScoped
public class StartedEffectsCheck {

    @Inject
    private Instance<NonTransactionalEffects> effects;

    /** Returns whether one has started, in any attempt. A decision needs the lock of the task's row. */
    public boolean anyStartedFor(DelayedTask task) {
        return effects.stream().anyMatch(effect -> effect.haveStartedFor(task));
    }
}
