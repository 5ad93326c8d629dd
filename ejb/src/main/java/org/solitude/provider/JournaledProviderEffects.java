package org.solitude.provider;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.solitude.task.DelayedTask;
import org.solitude.task.cancellation.NonTransactionalEffects;

/** A task cannot be cancelled once a provider may have received a call of it, because that cannot be undone. */
@ApplicationScoped
class JournaledProviderEffects implements NonTransactionalEffects {

    @Inject
    private ProviderJournal journal;

    @Override
    public boolean haveStartedFor(DelayedTask task) {
        return journal.wasSent(task.uuid().toString());
    }
}
