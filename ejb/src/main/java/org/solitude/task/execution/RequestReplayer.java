package org.solitude.task.execution;

import org.solitude.task.DelayedTask;
import org.solitude.task.StoredRequest;
import org.solitude.task.StoredResponse;

/**
 * Makes a kept request again, through the very same resource code as the synchronous call, in the transaction of the
 * calling thread.
 *
 * <p>The resource layer lives in another module that starts later, so its adapter {@linkplain ReplayerRegistry#register
 * registers itself}.
 */
@FunctionalInterface
public interface RequestReplayer {

    /**
     * The response the synchronous call would have given; exceptions of the resource are responses too. Where the
     * response is a failure, the transaction is rolled back or marked so.
     *
     * @throws DeferredException when it cannot be made now; no attempt is counted
     */
    StoredResponse replay(DelayedTask task, StoredRequest request);
}
