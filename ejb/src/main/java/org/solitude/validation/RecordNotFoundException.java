package org.solitude.validation;

import java.io.Serial;

/** The requested record does not exist. The client receives a 404. */
public class RecordNotFoundException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** @param what a sentence for the client, without a secret */
    public RecordNotFoundException(String what) {
        super(what);
    }
}
