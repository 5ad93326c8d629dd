package org.solitude.task.longpoll;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * A client that waits for the end of a task, or of the first call with its idempotency key.
 *
 * <p>It is registered before the task's row is read, so that an end between the two is not missed. It is woken once: by
 * the end of the task, when its maximum wait is over, or when the server stops.
 */
public final class WaitingClient {

    private final UUID awaited;
    private final CompletableFuture<Void> woken = new CompletableFuture<>();

    WaitingClient(UUID awaited) {
        this.awaited = awaited;
    }

    UUID awaited() {
        return awaited;
    }

    /** Runs {@code answer} on the executor when the client is woken, or when its maximum wait is over. */
    public void answerWithin(Duration maximumWait, Executor executor, Runnable answer) {
        woken.completeOnTimeout(null, maximumWait.toMillis(), TimeUnit.MILLISECONDS)
                .thenRunAsync(answer, executor);
    }

    /** Ends the wait; further calls do nothing. */
    public void wake() {
        woken.complete(null);
    }

    /** Runs the action when the wait ends. */
    void whenDone(Runnable action) {
        woken.thenRun(action);
    }
}
