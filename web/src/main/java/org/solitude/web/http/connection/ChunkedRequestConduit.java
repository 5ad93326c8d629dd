package org.solitude.web.http.connection;

import io.undertow.server.Connectors;
import io.undertow.server.HttpServerExchange;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.xnio.IoUtils;
import org.xnio.channels.StreamSinkChannel;
import org.xnio.conduits.AbstractStreamSourceConduit;
import org.xnio.conduits.ConduitReadableByteChannel;
import org.xnio.conduits.StreamSourceConduit;

/**
 * Reads a chunked body, in place of Undertow's conduit, as {@link ChunkedFraming} has it. It reads framing byte by byte,
 * so it never reads beyond the body. Extensions and trailers are skipped.
 */
final class ChunkedRequestConduit extends AbstractStreamSourceConduit<StreamSourceConduit> {

    private final HttpServerExchange exchange;
    private final ChunkedFraming framing = new ChunkedFraming();
    private final ByteBuffer single = ByteBuffer.allocate(1);
    private boolean terminated;

    ChunkedRequestConduit(StreamSourceConduit next, HttpServerExchange exchange) {
        super(next);
        this.exchange = exchange;
    }

    /**
     * Reads data of one chunk at most.
     *
     * @throws IOException once, if the body is malformed or incomplete; then it has ended, and the connection with it
     */
    @Override
    public int read(ByteBuffer target) throws IOException {
        while (!terminated && !framing.isEnded()) {
            boolean data = framing.data() > 0;
            int read = data ? readData(target) : readFraming();
            if (read < 0) {
                terminate();
                throw new EOFException("the connection ended before the body");
            }
            if (read == 0 || data) {
                return read;
            }
        }
        if (!terminated) {
            terminated = true;
            Connectors.terminateRequest(exchange);
        }
        return -1;
    }

    @Override
    public long read(ByteBuffer[] targets, int offset, int length) throws IOException {
        for (int i = offset; i < offset + length; i++) {
            if (targets[i].hasRemaining()) {
                return read(targets[i]);
            }
        }
        return 0;
    }

    @Override
    public long transferTo(long position, long count, FileChannel target) throws IOException {
        return target.transferFrom(new ConduitReadableByteChannel(this), position, count);
    }

    @Override
    public long transferTo(long count, ByteBuffer through, StreamSinkChannel target) throws IOException {
        return IoUtils.transfer(new ConduitReadableByteChannel(this), count, through, target);
    }

    @Override
    public void terminateReads() {
        if (!terminated) {
            terminate();
        }
    }

    private int readData(ByteBuffer target) throws IOException {
        int limit = target.limit();
        target.limit((int) Math.min(limit, target.position() + framing.data()));
        try {
            int read = next.read(target);
            if (read > 0) {
                framing.dataRead(read);
            }
            return read;
        } finally {
            target.limit(limit);
        }
    }

    private int readFraming() throws IOException {
        single.clear();
        int read = next.read(single);
        if (read > 0) {
            try {
                framing.accept(single.get(0));
            } catch (IOException malformed) {
                terminate();
                throw malformed;
            }
        }
        return read;
    }

    /** Ends the request without the rest of its body, and so the connection. */
    private void terminate() {
        terminated = true;
        exchange.setPersistent(false);
        Connectors.terminateRequest(exchange);
    }
}
