package org.solitude.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.solitude.testkit.client.ApiResponse;

/** So many connections, each sending one request after the other for so long. */
public record LoadGenerator(int connections, Duration length) {

    /** What one connection does with its turn. */
    public interface Turn {
        ApiResponse take();
    }

    /** Runs it and takes the times; an answer of another status than this ends it. */
    public Throughput of(String name, int status, Turn turn) {
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        try {
            long start = System.nanoTime();
            long end = start + length.toNanos();
            Callable<List<Long>> connection = () -> times(turn, status, end);
            List<Long> times = new ArrayList<>();
            for (Future<List<Long>> each : threads.invokeAll(Collections.nCopies(connections, connection))) {
                times.addAll(each.get());
            }
            return Throughput.of(name, times, Duration.ofNanos(System.nanoTime() - start));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(name + " was interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(name + " failed: " + e.getCause(), e);
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<Long> times(Turn turn, int status, long end) {
        List<Long> times = new ArrayList<>();
        for (long now = System.nanoTime(); now < end; now = System.nanoTime()) {
            ApiResponse answer = turn.take();
            if (answer.status() != status) {
                throw new IllegalStateException("expected " + status + ", got " + answer);
            }
            times.add(System.nanoTime() - now);
        }
        return times;
    }
}
