package org.solitude.idempotency;

import java.io.Serial;

/** The key was used for another write. */
public class IdempotencyKeyReusedException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    IdempotencyKeyReusedException() {
        super("the key belongs to another write");
    }
}
