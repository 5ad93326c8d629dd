package org.solitude.web.http.audit;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;

/** Waits until a request that is answered from another thread has been answered, or cannot be any more. */
record ResponseCompletion(Runnable action) implements AsyncListener {

    @Override
    public void onComplete(AsyncEvent event) {
        action.run();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        // what is done about it completes the request
    }

    @Override
    public void onError(AsyncEvent event) {
        // completes, too
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        event.getAsyncContext().addListener(this);
    }
}
