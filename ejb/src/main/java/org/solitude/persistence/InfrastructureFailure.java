package org.solitude.persistence;

import jakarta.resource.ResourceException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.solitude.persistence.jta.TransactionFailedException;

/**
 * Tells whether the database, the pool, the transaction manager or the JVM (an {@link Error}: out of memory, a class
 * that could not be loaded) caused a failure, so that the same request may succeed later: a 503, not a 500.
 */
public class InfrastructureFailure {

    /** Connection lost, rolled back (deadlock, serialization), out of resources, stopped by an operator, input/output. */
    private static final List<String> TRANSIENT_CLASSES = List.of("08", "40", "53", "57", "58");

    /**
     * States of classes whose others are errors of ours: the database is read-only (a standby that is not promoted yet,
     * a full disk), a transaction was idle for too long, a lock was not available.
     */
    private static final Set<String> TRANSIENT_STATES = Set.of("25006", "25P03", "55P03");

    private static final int MAX_CAUSES = 32;

    private InfrastructureFailure() {}

    /** Returns whether infrastructure caused this failure. */
    public static boolean isCauseOf(Throwable failure) {
        if (causes(failure).anyMatch(Error.class::isInstance)) {
            return true;
        }
        Optional<String> state = causes(failure)
                .filter(SQLException.class::isInstance)
                .map(cause -> ((SQLException) cause).getSQLState())
                .filter(sqlState -> sqlState != null && !sqlState.isEmpty())
                .findFirst();
        return state.map(InfrastructureFailure::isTransient)
                .orElseGet(() -> causes(failure).anyMatch(InfrastructureFailure::isServerFailure));
    }

    private static boolean isTransient(String state) {
        return TRANSIENT_STATES.contains(state) || TRANSIENT_CLASSES.stream().anyMatch(state::startsWith);
    }

    /** The connection manager (pool exhausted) and the transaction reaper report failures without an SQLState. */
    private static boolean isServerFailure(Throwable cause) {
        return cause instanceof ResourceException
                || cause instanceof SQLTransientException
                || cause instanceof SQLRecoverableException
                || cause instanceof TransactionFailedException
                || cause instanceof RollbackException
                || cause instanceof NotSupportedException
                || cause instanceof SystemException;
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(MAX_CAUSES);
    }
}
