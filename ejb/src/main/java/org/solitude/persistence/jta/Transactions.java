package org.solitude.persistence.jta;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.InvalidTransactionException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.UserTransaction;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Begins and ends JTA transactions of the calling thread. */
@ApplicationScoped
public class Transactions {

    @Resource(lookup = "java:comp/UserTransaction")
    private UserTransaction transaction;

    @Resource(lookup = "java:jboss/TransactionManager")
    private TransactionManager manager;

    /**
     * Runs the work in a new transaction, commits it and returns the result. If the work throws, the transaction is
     * rolled back and the exception propagates.
     *
     * @throws TransactionFailedException if the transaction could not begin or commit
     */
    public <T> T inNewTransaction(Supplier<T> work) {
        begin(Duration.ZERO);
        try {
            T result = work.get();
            commit();
            return result;
        } finally {
            rollbackIfOpen();
        }
    }

    /** Runs work without a result, as {@link #inNewTransaction(Supplier)} does. */
    public void inNewTransaction(Runnable work) {
        inNewTransaction(() -> {
            work.run();
            return true;
        });
    }

    /**
     * Runs the work in a transaction of its own, suspends this thread's transaction meanwhile and resumes it
     * afterwards. Only for what must survive a rollback of that transaction: the provider journal.
     *
     * @throws TransactionFailedException if it could not commit, or this thread's transaction could not be resumed
     */
    public <T> T requiresNew(Supplier<T> work) {
        Transaction suspended = suspend();
        try {
            return inNewTransaction(work);
        } finally {
            resume(suspended);
        }
    }

    /**
     * Reads in a transaction of its own, which is rolled back, while this thread's is suspended: a connection belongs to
     * a transaction from its first statement to its end.
     *
     * @throws TransactionFailedException if this thread's transaction could not be suspended or resumed
     */
    public <T> T apart(Supplier<T> read) {
        Transaction suspended = suspend();
        try {
            begin(Duration.ZERO);
            return read.get();
        } finally {
            try {
                rollbackIfOpen();
            } finally {
                resume(suspended);
            }
        }
    }

    private @Nullable Transaction suspend() {
        try {
            return manager.suspend();
        } catch (SystemException e) {
            throw new TransactionFailedException("a transaction could not be suspended", e);
        }
    }

    private void resume(@Nullable Transaction suspended) {
        try {
            if (suspended != null) {
                manager.resume(suspended);
            }
        } catch (InvalidTransactionException | SystemException e) {
            throw new TransactionFailedException("a transaction could not be resumed", e);
        }
    }

    /**
     * Begins a transaction on this thread.
     *
     * @param timeout in whole seconds; zero for the server's default
     */
    public void begin(Duration timeout) {
        try {
            transaction.setTransactionTimeout((int) timeout.toSeconds());
            transaction.begin();
        } catch (NotSupportedException | SystemException e) {
            throw new TransactionFailedException("a transaction could not begin", e);
        }
    }

    /**
     * Commits this thread's transaction.
     *
     * @throws CommitFailedException if it failed on the way; it may be committed or not
     * @throws TransactionFailedException if it was rolled back before
     */
    public void commit() {
        boolean active = isActive();
        try {
            transaction.commit();
        } catch (RollbackException
                | HeuristicMixedException
                | HeuristicRollbackException
                | SystemException
                | IllegalStateException e) {
            throw active
                    ? new CommitFailedException(e)
                    : new TransactionFailedException("the transaction could not be committed", e);
        }
    }

    /** Rolls back this thread's transaction, if there is one. */
    public void rollbackIfOpen() {
        try {
            if (transaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
                transaction.rollback();
            }
        } catch (SystemException | IllegalStateException e) {
            throw new TransactionFailedException("the transaction could not be rolled back", e);
        }
    }

    /** Prevents this thread's transaction, if there is one, from committing. */
    public void markRollbackOnly() {
        try {
            if (transaction.getStatus() == Status.STATUS_ACTIVE) {
                transaction.setRollbackOnly();
            }
        } catch (SystemException e) {
            throw new TransactionFailedException("the transaction could not be marked for rollback", e);
        }
    }

    /** Returns whether this thread has a transaction, in whatever state. */
    public boolean isOpen() {
        return status() != Status.STATUS_NO_TRANSACTION;
    }

    /** Returns whether this thread has a transaction that may still commit. */
    public boolean isActive() {
        return status() == Status.STATUS_ACTIVE;
    }

    /**
     * Returns whether the transaction reaper ended this thread's transaction at its timeout. The code that runs in it
     * did not decide that, so another attempt is worthwhile.
     */
    public boolean wasRolledBackByTimeout() {
        int status = status();
        return status == Status.STATUS_ROLLEDBACK || status == Status.STATUS_ROLLING_BACK;
    }

    private int status() {
        try {
            return transaction.getStatus();
        } catch (SystemException e) {
            throw new TransactionFailedException("the transaction's status is unknown", e);
        }
    }
}
