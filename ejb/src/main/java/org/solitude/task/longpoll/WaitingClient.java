package org.solitude.task.longpoll;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * A client that waits for the end of a task, from before its row is read: an end that comes between the two is not
 * missed. It is woken once, by the end, by its patience, or by a server that stops, and forgotten then.
 */
public final class WaitingClient {

    private final UUID task;
    private final CompletableFuture<Void> woken = new CompletableFuture<>();

    WaitingClient(UUID task) {
        this.task = task;
    }

    UUID task() {
        return task;
    }

    /** Has the client answered on one of these threads: when it is woken, and at the latest when its patience is over. */
    public void answerWithin(Duration maximumWait, Executor executor, Runnable answer) {
        woken.completeOnTimeout(null, maximumWait.toMillis(), TimeUnit.MILLISECONDS)
                .thenRunAsync(answer, executor);
    }

    /** The wait is over; waking it again changes nothing. */
    public void wake() {
        woken.complete(null);
    }

    /** Does this when the wait is over. */
    void whenDone(Runnable action) {
        woken.thenRun(action);
    }
}
