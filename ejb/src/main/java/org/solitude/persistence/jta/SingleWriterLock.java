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
 * Lets one transaction write at a time. It takes its turn before its first write and has it until it has ended, so that
 * locks of rows are never waited for while somebody else has the turn. Whoever has it has a connection too: those who wait
 * may have all that were left. They are served in the order they came.
 */
final class SingleWriterLock {

    private final Server server;
    private final Duration patience;
    private final Semaphore turn = new Semaphore(1, true);
    private volatile @Nullable Writer writer;

    /** What happens to the transaction of the calling thread. */
    interface Server {

        /** The transaction, or null. */
        @Nullable
        Transaction transaction();

        /** Has it told when the transaction ends. */
        void register(Synchronization synchronization);

        /** Sees to it that the transaction has its database connection. */
        void connect();
    }

    /** Who has the turn. */
    private record Writer(Transaction transaction, Thread thread) {}

    /**
     * @param patience how long a transaction waits for its turn before it fails
     */
    SingleWriterLock(Server server, Duration patience) {
        this.server = server;
        this.patience = patience;
    }

    /**
     * Returns when this thread's transaction may write. One that is {@linkplain Transactions#requiresNew apart} from another
     * which has the turn, and waits for it on this thread, writes within that turn.
     *
     * @throws TransactionFailedException where the turn did not come in time, or the transaction can no longer commit
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
                // what is flushed now is still written in this turn
            }

            /** On the thread of the transaction, or on that of the reaper which ended it. */
            @Override
            public void afterCompletion(int status) {
                writer = null;
                turn.release();
            }
        };
    }
}
