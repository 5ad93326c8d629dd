package org.solitude.idempotency;

import java.io.Serial;

/** Thrown when the first call with the key is still in progress and has no response yet. */
public class RequestInProgressException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public RequestInProgressException() {
        super("the first call with the idempotency key is still in progress");
    }
}
