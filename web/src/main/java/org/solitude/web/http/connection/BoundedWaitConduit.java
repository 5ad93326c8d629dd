package org.solitude.web.http.connection;

import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.xnio.IoUtils;
import org.xnio.conduits.AbstractStreamSinkConduit;
import org.xnio.conduits.StreamSinkConduit;

/**
 * Bounds the time that threads wait for a client to read a response, and the number of threads that do so at once.
 * Beyond either the connection is closed, because half a response cannot be taken back.
 */
final class BoundedWaitConduit extends AbstractStreamSinkConduit<StreamSinkConduit> {

    private final HttpServerExchange exchange;
    private final Semaphore places;
    private long nanosLeft;

    /**
     * Waits for nothing yet.
     *
     * @param places one for each thread that may wait
     * @param wait the longest time that all waits for this response may take
     */
    BoundedWaitConduit(StreamSinkConduit next, HttpServerExchange exchange, Semaphore places, Duration wait) {
        super(next);
        this.exchange = exchange;
        this.places = places;
        this.nanosLeft = wait.toNanos();
    }

    @Override
    public void awaitWritable() throws IOException {
        awaitWritable(nanosLeft, TimeUnit.NANOSECONDS);
    }

    @Override
    public void awaitWritable(long time, TimeUnit unit) throws IOException {
        if (!places.tryAcquire()) {
            throw closed("too many clients read slowly");
        }
        long begin = System.nanoTime();
        try {
            super.awaitWritable(Math.min(unit.toNanos(time), nanosLeft), TimeUnit.NANOSECONDS);
        } finally {
            places.release();
            nanosLeft -= System.nanoTime() - begin;
        }
        if (nanosLeft <= 0) {
            throw closed("the client reads too slowly");
        }
    }

    private IOException closed(String reason) {
        IoUtils.safeClose(exchange.getConnection());
        return new IOException(reason);
    }
}
