package org.solitude.idempotency;

import java.io.Serial;

/** Thrown when a key was first used for another write. */
public class IdempotencyKeyReusedException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public IdempotencyKeyReusedException() {
        super("the idempotency key was used for another write");
    }
}
