package org.solitude.persistence.jta;

import java.io.Serial;

/** A transaction did not begin, commit or last: infrastructure, so the same work may succeed at another time. */
public class TransactionFailedException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public TransactionFailedException(String message) {
        super(message);
    }

    public TransactionFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
