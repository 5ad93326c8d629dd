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

/** Opens and ends JTA transactions of the calling thread. */
@ApplicationScoped
public class Transactions {

    @Resource(lookup = "java:comp/UserTransaction")
    private UserTransaction transaction;

    @Resource(lookup = "java:jboss/TransactionManager")
    private TransactionManager manager;

    /**
     * The work's result, committed. Where it throws, the transaction is rolled back and the exception goes on.
     *
     * @throws TransactionFailedException when the transaction could not begin or commit
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

    /** As {@link #inNewTransaction(Supplier)}, for work without a result. */
    public void inNewTransaction(Runnable work) {
        inNewTransaction(() -> {
            work.run();
            return true;
        });
    }

    /**
     * The work's result, committed apart from this thread's transaction, which is set aside meanwhile and goes on
     * afterwards as if nothing had been. Only for what must outlive it: the provider journal.
     *
     * @throws TransactionFailedException when it could not be committed, or this thread's transaction not be taken up again
     */
    public <T> T requiresNew(Supplier<T> work) {
        Transaction setAside = suspend();
        try {
            return inNewTransaction(work);
        } finally {
            resume(setAside);
        }
    }

    private @Nullable Transaction suspend() {
        try {
            return manager.suspend();
        } catch (SystemException e) {
            throw new TransactionFailedException("a transaction could not be set aside", e);
        }
    }

    private void resume(@Nullable Transaction setAside) {
        try {
            if (setAside != null) {
                manager.resume(setAside);
            }
        } catch (InvalidTransactionException | SystemException e) {
            throw new TransactionFailedException("a transaction could not be taken up again", e);
        }
    }

    /**
     * Begins a transaction on this thread.
     *
     * @param timeout after which it is rolled back, in whole seconds; zero for the server's default
     */
    public void begin(Duration timeout) {
        try {
            transaction.setTransactionTimeout((int) timeout.toSeconds());
            transaction.begin();
        } catch (NotSupportedException | SystemException e) {
            throw new TransactionFailedException("a transaction could not begin", e);
        }
    }

    /** Commits this thread's transaction, or fails and leaves nothing. */
    public void commit() {
        try {
            transaction.commit();
        } catch (RollbackException
                | HeuristicMixedException
                | HeuristicRollbackException
                | SystemException
                | IllegalStateException e) {
            throw new TransactionFailedException("the transaction could not be committed", e);
        }
    }

    /** Leaves this thread without a transaction; what was not committed has no effect. */
    public void rollbackIfOpen() {
        try {
            if (transaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
                transaction.rollback();
            }
        } catch (SystemException | IllegalStateException e) {
            throw new TransactionFailedException("the transaction could not be rolled back", e);
        }
    }

    /** Sees to it that this thread's transaction, if there is one, cannot commit. */
    public void markRollbackOnly() {
        try {
            if (transaction.getStatus() == Status.STATUS_ACTIVE) {
                transaction.setRollbackOnly();
            }
        } catch (SystemException e) {
            throw new TransactionFailedException("the transaction could not be marked for rollback", e);
        }
    }

    /** Whether this thread has a transaction, in whatever state. */
    public boolean isOpen() {
        return status() != Status.STATUS_NO_TRANSACTION;
    }

    /** Whether this thread has a transaction that may still commit. */
    public boolean isActive() {
        return status() == Status.STATUS_ACTIVE;
    }

    /**
     * Whether somebody else (the reaper, at the time-out) ended this thread's transaction: not a decision of the code
     * that runs in it, and so worth another try.
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
