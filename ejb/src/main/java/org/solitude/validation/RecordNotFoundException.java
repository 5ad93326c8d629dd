package org.solitude.validation;

import java.io.Serial;

/** What was asked for is not there: a 404. */
public class RecordNotFoundException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** @param what for people, a sentence without a secret */
    public RecordNotFoundException(String what) {
        super(what);
    }
}
