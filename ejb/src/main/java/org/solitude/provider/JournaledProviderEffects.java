package org.solitude.provider;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.solitude.delay.DelayedTask;
import org.solitude.delay.NonTransactionalEffects;

/** A task for which a provider may have been asked cannot be called off: nobody can take that back. */
@ApplicationScoped
class JournaledProviderEffects implements NonTransactionalEffects {

    @Inject
    private ProviderJournal journal;

    @Override
    public boolean hasBegunFor(DelayedTask task) {
        return journal.wasAsked(task.uuid().toString());
    }
}
