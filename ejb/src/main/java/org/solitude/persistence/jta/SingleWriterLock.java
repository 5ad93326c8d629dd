package org.solitude.persistence.jta;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.SystemException;
import jakarta.transaction.Transaction;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Lets one transaction write at a time. A transaction takes the lock before its first write and holds it until its end,
 * so that no row lock is waited for under it. The holder has a database connection already, because waiting
 * transactions may hold all others. The lock is fair.
 */
final class SingleWriterLock {

    private final Server server;
    private final Duration patience;
    private final Semaphore turn = new Semaphore(1, true);
    private volatile @Nullable Writer writer;

    /** The transaction of the calling thread. */
    interface Server {

        /** Returns the transaction, or null. */
        @Nullable
        Transaction transaction();

        /** Registers for the end of the transaction. */
        void register(Synchronization synchronization);

        /** Gives the transaction its database connection. */
        void connect();
    }

    /** The transaction that holds the lock, and its thread. */
    private record Writer(Transaction transaction, Thread thread) {}

    /** @param patience how long a transaction waits for the lock before it fails */
    SingleWriterLock(Server server, Duration patience) {
        this.server = server;
        this.patience = patience;
    }

    /**
     * Returns when this thread's transaction may write. One that {@linkplain Transactions#requiresNew suspends} the
     * holder of the lock on this thread writes under the same lock.
     *
     * @throws TransactionFailedException if the lock was not free in time, or the transaction can no longer commit
     */
    void take() {
        Transaction transaction = server.transaction();
        if (transaction == null || mayWrite(transaction)) {
            return;
        }
        if (status(transaction) != Status.STATUS_ACTIVE) {
            throw new TransactionFailedException("a transaction that cannot commit tried to write");
        }
        server.connect();
        await();
        boolean taken = false;
        try {
            server.register(passOn());
            writer = new Writer(transaction, Thread.currentThread());
            taken = true;
        } finally {
            if (!taken) {
                turn.release();
            }
        }
    }

    private boolean mayWrite(Transaction transaction) {
        Writer now = writer;
        return now != null && (now.transaction().equals(transaction) || now.thread() == Thread.currentThread());
    }

    private static int status(Transaction transaction) {
        try {
            return transaction.getStatus();
        } catch (SystemException e) {
            throw new TransactionFailedException("the transaction's status is unknown", e);
        }
    }

    private void await() {
        try {
            if (!turn.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new TransactionFailedException("other transactions wrote for " + patience);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransactionFailedException("interrupted while other transactions wrote", e);
        }
    }

    private Synchronization passOn() {
        return new Synchronization() {
            @Override
            public void beforeCompletion() {
                // what is flushed now is still written under the lock
            }

            /** Runs on the thread of the transaction, or on that of the reaper which ended it. */
            @Override
            public void afterCompletion(int status) {
                writer = null;
                turn.release();
            }
        };
    }
}
