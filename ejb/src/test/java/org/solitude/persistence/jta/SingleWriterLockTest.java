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

/** Each thread has its transactions; those of others try to write on a thread of their own. */
class SingleWriterLockTest {
    private final Threads threads = new Threads();
    private final SingleWriterLock turn = new SingleWriterLock(threads, Duration.ofMillis(20));

    @Test
    void anotherTransactionDoesNotWriteMeanwhile() {
        threads.begin();
        turn.take();
        assertThatThrownBy(this::anotherWrites)
                .hasCauseInstanceOf(TransactionFailedException.class)
                .hasMessageContaining("other transactions wrote");
    }

    /** Those who wait may have all connections of the pool. */
    @Test
    void whoWaitsHasAConnectionAlready() {
        threads.begin();
        turn.take();
        turn.take();
        assertThat(threads.connections).isEqualTo(1);
        assertThatThrownBy(this::anotherWrites).hasCauseInstanceOf(TransactionFailedException.class);
        assertThat(threads.connections).isEqualTo(2);
    }

    @Test
    void theTurnIsPassedOnWhenTheTransactionHasEnded() {
        threads.begin();
        turn.take();
        threads.end(Status.STATUS_COMMITTED);
        anotherWrites();
        threads.begin();
        turn.take();
        threads.end(Status.STATUS_ROLLEDBACK);
        assertThatNoException().isThrownBy(this::anotherWrites);
    }

    @Test
    void oneTransactionWritesAsOftenAsItLikes() {
        threads.begin();
        turn.take();
        turn.take();
        threads.end(Status.STATUS_COMMITTED);
        assertThatNoException().isThrownBy(this::anotherWrites);
    }

    /** The provider journal commits apart, while the transaction of the replay waits on the same thread. */
    @Test
    void oneThatIsApartWritesWithinTheTurnOfTheOneThatWaits() {
        threads.begin();
        turn.take();
        threads.begin();
        turn.take();
        threads.end(Status.STATUS_COMMITTED);
        assertThatThrownBy(this::anotherWrites).hasCauseInstanceOf(TransactionFailedException.class);
        threads.end(Status.STATUS_COMMITTED);
        assertThatNoException().isThrownBy(this::anotherWrites);
    }

    @Test
    void oneThatIsApartFromAReaderTakesATurnOfItsOwn() {
        threads.begin();
        threads.begin();
        turn.take();
        threads.end(Status.STATUS_COMMITTED);
        assertThatNoException().isThrownBy(this::anotherWrites);
    }

    @Test
    void aTransactionThatCannotCommitDoesNotWrite() {
        threads.begin();
        threads.status = Status.STATUS_MARKED_ROLLBACK;
        assertThatThrownBy(turn::take).isInstanceOf(TransactionFailedException.class);
        threads.status = Status.STATUS_ACTIVE;
        assertThatNoException().isThrownBy(this::anotherWrites);
    }

    @Test
    void aTurnThatCouldNotBePassedOnIsNotTaken() {
        threads.begin();
        threads.refuses = true;
        assertThatThrownBy(turn::take).isInstanceOf(IllegalStateException.class);
        threads.refuses = false;
        assertThatNoException().isThrownBy(this::anotherWrites);
    }

    private void anotherWrites() {
        CompletableFuture.runAsync(() -> {
                    threads.begin();
                    turn.take();
                    threads.end(Status.STATUS_COMMITTED);
                })
                .join();
    }

    /** The transactions of each thread, the last begun being the one that is not set aside. */
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
