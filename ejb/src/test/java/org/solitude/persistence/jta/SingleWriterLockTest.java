package org.solitude.persistence.jta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.Transaction;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import javax.transaction.xa.XAResource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Transactions of several threads that write. */
class SingleWriterLockTest {
    private final Threads threads = new Threads();
    private final SingleWriterLock lock = new SingleWriterLock(threads, Duration.ofMillis(20));

    @Test
    void secondTransactionWaitsForTheFirst() {
        threads.begin();
        lock.take();
        assertThatThrownBy(this::writeInAnotherTransaction)
                .hasCauseInstanceOf(TransactionFailedException.class)
                .hasMessageContaining("other transactions wrote");
    }

    /** Waiting transactions may hold all connections of the pool. */
    @Test
    void waitingTransactionHasAConnection() {
        threads.begin();
        lock.take();
        lock.take();
        assertThat(threads.connections).isEqualTo(1);
        assertThatThrownBy(this::writeInAnotherTransaction).hasCauseInstanceOf(TransactionFailedException.class);
        assertThat(threads.connections).isEqualTo(2);
    }

    @Test
    void endOfTransactionReleasesTheLock() {
        threads.begin();
        lock.take();
        threads.end(Status.STATUS_COMMITTED);
        writeInAnotherTransaction();
        threads.begin();
        lock.take();
        threads.end(Status.STATUS_ROLLEDBACK);
        assertThatNoException().isThrownBy(this::writeInAnotherTransaction);
    }

    @Test
    void lockIsReentrantForItsTransaction() {
        threads.begin();
        lock.take();
        lock.take();
        threads.end(Status.STATUS_COMMITTED);
        assertThatNoException().isThrownBy(this::writeInAnotherTransaction);
    }

    /**
     * The provider journal commits in a transaction of its own, while that of the replay is suspended on the same
     * thread.
     */
    @Test
    void nestedTransactionWritesUnderTheLockOfTheSuspendedOne() {
        threads.begin();
        lock.take();
        threads.begin();
        lock.take();
        threads.end(Status.STATUS_COMMITTED);
        assertThatThrownBy(this::writeInAnotherTransaction).hasCauseInstanceOf(TransactionFailedException.class);
        threads.end(Status.STATUS_COMMITTED);
        assertThatNoException().isThrownBy(this::writeInAnotherTransaction);
    }

    @Test
    void nestedTransactionOfAReaderTakesTheLock() {
        threads.begin();
        threads.begin();
        lock.take();
        threads.end(Status.STATUS_COMMITTED);
        assertThatNoException().isThrownBy(this::writeInAnotherTransaction);
    }

    @Test
    void transactionMarkedForRollbackDoesNotWrite() {
        threads.begin();
        threads.status = Status.STATUS_MARKED_ROLLBACK;
        assertThatThrownBy(lock::take).isInstanceOf(TransactionFailedException.class);
        threads.status = Status.STATUS_ACTIVE;
        assertThatNoException().isThrownBy(this::writeInAnotherTransaction);
    }

    @Test
    void lockWithoutRegistrationIsReleased() {
        threads.begin();
        threads.refuses = true;
        assertThatThrownBy(lock::take).isInstanceOf(IllegalStateException.class);
        threads.refuses = false;
        assertThatNoException().isThrownBy(this::writeInAnotherTransaction);
    }

    private void writeInAnotherTransaction() {
        CompletableFuture.runAsync(() -> {
                    threads.begin();
                    lock.take();
                    threads.end(Status.STATUS_COMMITTED);
                })
                .join();
    }

    /** The transactions of each thread; the last one begun is not suspended. */
    private static final class Threads implements SingleWriterLock.Server {
        private final ThreadLocal<Deque<Begun>> begun = ThreadLocal.withInitial(ArrayDeque::new);
        private volatile int status = Status.STATUS_ACTIVE;
        private volatile boolean refuses;
        private volatile int connections;

        void begin() {
            begun.get().push(new Begun(this));
        }

        void end(int how) {
            Synchronization synchronization = begun.get().pop().synchronization;
            if (synchronization != null) {
                synchronization.afterCompletion(how);
            }
        }

        @Override
        public @Nullable Transaction transaction() {
            return begun.get().peek();
        }

        @Override
        public void register(Synchronization synchronization) {
            begun.get().element().registerSynchronization(synchronization);
        }

        @Override
        public void connect() {
            connections++;
        }
    }

    private static final class Begun implements Transaction {
        private final Threads threads;
        private @Nullable Synchronization synchronization;

        private Begun(Threads threads) {
            this.threads = threads;
        }

        @Override
        public void registerSynchronization(Synchronization added) {
            if (threads.refuses || synchronization != null) {
                throw new IllegalStateException("it takes one, where it takes any");
            }
            synchronization = added;
        }

        @Override
        public int getStatus() {
            return threads.status;
        }

        @Override
        public void commit() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void rollback() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void setRollbackOnly() {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean enlistResource(XAResource resource) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean delistResource(XAResource resource, int flag) {
            throw new UnsupportedOperationException();
        }
    }
}
