package org.solitude.persistence.jta;

import java.io.Serial;

/**
 * A transaction could not begin or commit, or was rolled back. The cause is infrastructure, so the same work may
 * succeed later.
 */
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
