package org.solitude.web.http.connection;

import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.concurrent.TimeUnit;
import org.xnio.IoUtils;
import org.xnio.channels.StreamSinkChannel;
import org.xnio.conduits.AbstractStreamSourceConduit;
import org.xnio.conduits.StreamSourceConduit;

/**
 * Makes no thread wait for the rest of a request. Undertow's servlet layer reads what the application left of a body
 * before it gives the thread back; here such a read ends where the client has sent no more. What follows is drained
 * without a thread, for some seconds, so that a client that still sends can read the response.
 *
 * <p>Bodies are received by {@code RequestBodyFilter}, which never waits. Nothing else may read one: it would take a
 * pause of the client for the end of the body.
 */
final class UnawaitedRequestConduit extends AbstractStreamSourceConduit<StreamSourceConduit> {

    private static final long DRAINED_SECONDS = 5;
    private static final int END = -1;

    private final HttpServerExchange exchange;
    private boolean ended;
    private boolean draining;

    UnawaitedRequestConduit(StreamSourceConduit next, HttpServerExchange exchange) {
        super(next);
        this.exchange = exchange;
    }

    @Override
    public void awaitReadable() {
        ended = true;
    }

    @Override
    public void awaitReadable(long time, TimeUnit unit) {
        ended = true;
    }

    /** Leaves the connection open, for Undertow to drain, unless it can end one request alone, as HTTP/2 can. */
    @Override
    public void terminateReads() throws IOException {
        ended = false;
        if (exchange.isRequestComplete() || !exchange.isHttp11()) {
            super.terminateReads();
        } else if (!draining) {
            draining = true;
            exchange.getIoThread().executeAfter(this::closeConnection, DRAINED_SECONDS, TimeUnit.SECONDS);
        }
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        return ended ? END : super.read(target);
    }

    @Override
    public long read(ByteBuffer[] targets, int offset, int length) throws IOException {
        return ended ? END : super.read(targets, offset, length);
    }

    @Override
    public long transferTo(long position, long count, FileChannel target) throws IOException {
        return ended ? END : super.transferTo(position, count, target);
    }

    @Override
    public long transferTo(long count, ByteBuffer through, StreamSinkChannel target) throws IOException {
        return ended ? END : super.transferTo(count, through, target);
    }

    private void closeConnection() {
        if (!exchange.isRequestComplete()) {
            IoUtils.safeClose(exchange.getConnection());
        }
    }
}
