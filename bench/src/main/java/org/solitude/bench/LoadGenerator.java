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

/**
 * Sends requests on several connections, on each one request after the other.
 *
 * @param connections the number of connections
 * @param length how long to send
 */
public record LoadGenerator(int connections, Duration length) {

    /** Sends one request. */
    public interface Call {
        ApiResponse send();
    }

    /**
     * Repeats the call on each connection and measures the time of each.
     *
     * @throws IllegalStateException if a response has another status than this
     */
    public Throughput of(String name, int status, Call call) {
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        try {
            long start = System.nanoTime();
            long end = start + length.toNanos();
            Callable<List<Long>> connection = () -> times(call, status, end);
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

    private static List<Long> times(Call call, int status, long end) {
        List<Long> times = new ArrayList<>();
        for (long now = System.nanoTime(); now < end; now = System.nanoTime()) {
            ApiResponse response = call.send();
            if (response.status() != status) {
                throw new IllegalStateException("expected " + status + ", got " + response);
            }
            times.add(System.nanoTime() - now);
        }
        return times;
    }
}
