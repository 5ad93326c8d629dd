package org.solitude.task.execution;

import org.solitude.task.DelayedTask;
import org.solitude.task.StoredRequest;
import org.solitude.task.StoredResponse;

/**
 * Replays a stored request through the same resource code as the synchronous call, in the current transaction.
 *
 * <p>The resource layer is in another module that starts later, so its adapter {@linkplain ReplayerRegistry#register
 * registers itself}.
 */
@FunctionalInterface
public interface RequestReplayer {

    /**
     * Returns the response the synchronous call would have given. Exceptions of the resource become responses too.
     *
     * <p>If the response is a failure, the transaction is rolled back or marked for rollback.
     *
     * @throws DeferredException if it cannot be replayed now; no attempt is counted
     */
    StoredResponse replay(DelayedTask task, StoredRequest request);
}
