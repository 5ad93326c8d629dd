package org.solitude.web.http.audit;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;

/** Runs an action when an asynchronous request has been answered or has failed. */
public record ResponseCompletion(Runnable action) implements AsyncListener {

    @Override
    public void onComplete(AsyncEvent event) {
        action.run();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        // the handling of the timeout completes the request
    }

    @Override
    public void onError(AsyncEvent event) {
        // the error completes the request, too
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        event.getAsyncContext().addListener(this);
    }
}
