package org.solitude.web.http.body;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Receives the rest of a body as it arrives, without a thread, within the time that its pace allows. Then it dispatches
 * the request again: with the whole body, or with the reason why there is none.
 */
final class ArrivingBody implements ReadListener {

    private final AsyncContext async;
    private final ServletInputStream source;
    private final ReceivedBody body;
    private final BodyPace pace;
    private final Clock clock;
    private final Runnable whenEnded;
    private final Instant began;
    private boolean ended;
    private @Nullable BodyRefusal refusal;
    private @Nullable Future<?> timer;

    /**
     * Begins to measure the time.
     *
     * @param whenEnded runs once, before the request is dispatched again
     */
    ArrivingBody(
            AsyncContext async,
            ServletInputStream source,
            ReceivedBody body,
            BodyPace pace,
            Clock clock,
            Runnable whenEnded) {
        this.async = async;
        this.source = source;
        this.body = body;
        this.pace = pace;
        this.clock = clock;
        this.whenEnded = whenEnded;
        this.began = clock.instant();
    }

    /** Begins to receive. */
    synchronized void receive(ScheduledExecutorService scheduler) {
        scheduleCheck(scheduler);
        source.setReadListener(this);
    }

    /** Returns what has been received; complete unless there is a {@link #refusal}. */
    ReceivedBody body() {
        return body;
    }

    /** Returns why the body is not complete; null if it is. */
    @Nullable
    synchronized BodyRefusal refusal() {
        return refusal;
    }

    @Override
    public synchronized void onDataAvailable() throws IOException {
        while (!ended && source.isReady()) {
            BodyRefusal refused = body.readFrom(source);
            if (refused != null) {
                end(refused);
            }
        }
    }

    @Override
    public void onAllDataRead() {
        end(null);
    }

    @Override
    public void onError(Throwable failure) {
        end(BodyRefusal.BROKEN);
    }

    private synchronized void scheduleCheck(ScheduledExecutorService scheduler) {
        Duration left = pace.allowed(body.size()).minus(Duration.between(began, clock.instant()));
        if (left.isNegative() || left.isZero()) {
            end(BodyRefusal.TOO_SLOW);
        } else if (!ended) {
            timer = scheduler.schedule(() -> scheduleCheck(scheduler), left.toMillis() + 1, TimeUnit.MILLISECONDS);
        }
    }

    private synchronized void end(@Nullable BodyRefusal reason) {
        if (ended) {
            return;
        }
        ended = true;
        refusal = reason;
        if (timer != null) {
            timer.cancel(false);
        }
        whenEnded.run();
        async.dispatch();
    }
}
