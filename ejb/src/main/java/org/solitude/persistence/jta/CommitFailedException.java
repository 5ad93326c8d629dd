package org.solitude.persistence.jta;

import java.io.Serial;

/**
 * A transaction failed while it was committed: it may be committed or not. A connection that ends during the commit
 * leaves this open.
 */
public class CommitFailedException extends TransactionFailedException {

    @Serial
    private static final long serialVersionUID = 1L;

    CommitFailedException(Throwable cause) {
        super("the transaction failed while it was committed", cause);
    }
}
