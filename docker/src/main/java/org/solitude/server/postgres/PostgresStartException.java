package org.solitude.server.postgres;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** PostgreSQL cannot be started; the message is one sentence that says why and what to do. */
public final class PostgresStartException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    PostgresStartException(String message) {
        this(message, null);
    }

    PostgresStartException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
