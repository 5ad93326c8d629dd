package org.solitude.provider;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.solitude.task.DelayedTask;
import org.solitude.task.cancellation.NonTransactionalEffects;

/** A task for which a provider may have been asked cannot be called off: nobody can take that back. */
@ApplicationScoped
class JournaledProviderEffects implements NonTransactionalEffects {

    @Inject
    private ProviderJournal journal;

    @Override
    public boolean haveStartedFor(DelayedTask task) {
        return journal.wasSent(task.uuid().toString());
    }
}
