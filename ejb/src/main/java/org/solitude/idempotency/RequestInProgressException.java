package org.solitude.idempotency;

import java.io.Serial;

/** The first call with the key runs still, and there is no answer yet. */
public class RequestInProgressException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    RequestInProgressException() {
        super("the first call with the key still runs");
    }
}
