package org.solitude.time;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sends the elements of a bounded queue in batches, in order, from a thread of its own.
 *
 * <p>An element is sent at most once. A batch that fails with an exception or an error (out of memory) is reported
 * and dropped; the thread continues with the next batch.
 */
public final class QueueDrainer<T> {

    private final BlockingQueue<T> queue;
    private final int batchSize;
    private final Consumer<List<T>> send;
    private final BiConsumer<List<T>, Throwable> failed;
    private @Nullable Thread thread;

    /**
     * Creates a drainer; {@link #start} starts its thread.
     *
     * @param send sends a batch, whose list is reused after the call
     * @param failed is called with a batch that could not be sent and is dropped
     */
    public QueueDrainer(int capacity, int batchSize, Consumer<List<T>> send, BiConsumer<List<T>, Throwable> failed) {
        this.queue = new LinkedBlockingQueue<>(capacity);
        this.batchSize = batchSize;
        this.send = send;
        this.failed = failed;
    }

    /** Adds an element without waiting; false if the queue is full. */
    public boolean offer(T element) {
        return queue.offer(element);
    }

    /** Starts the thread; elements offered before are sent first. */
    public void start(ThreadFactory threads, String name) {
        Thread started = threads.newThread(this::sendUntilInterrupted);
        started.setName(name);
        thread = started;
        started.start();
    }

    /** Interrupts the thread; elements still queued are not sent. */
    public void stop() {
        if (thread != null) {
            thread.interrupt();
        }
    }

    private void sendUntilInterrupted() {
        List<T> batch = new ArrayList<>();
        while (!Thread.currentThread().isInterrupted()) {
            try {
                batch.add(queue.take());
                queue.drainTo(batch, batchSize - 1);
                send.accept(batch);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException | Error e) {
                failed.accept(batch, e);
            }
            batch.clear();
        }
    }
}
