package org.solitude.idempotency;

import java.io.Serial;

/** The key was used for another write. */
public class OtherPayload extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    OtherPayload() {
        super("the key belongs to another write");
    }
}
