package org.solitude.web.transaction;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.solitude.task.Header;
import org.solitude.task.StoredResponse;
import org.solitude.web.http.limits.LimitedBuffer;

/** Buffers the body of a response until it is released; after that, writes go straight to the client. */
final class BufferedResponse extends HttpServletResponseWrapper {

    /** Headers of one connection, which the server sets again for each response. */
    private static final Set<String> CONNECTION_HEADERS =
            Set.of("connection", "content-length", "date", "keep-alive", "transfer-encoding");

    private final BufferedBody body;
    private final Set<String> serverHeaders;

    BufferedResponse(HttpServletResponse response, int limit) {
        super(response);
        this.body = new BufferedBody(limit);
        this.serverHeaders = Set.copyOf(response.getHeaderNames());
    }

    /** Returns the response as it is now, without the headers that the server adds to every response. */
    StoredResponse stored() {
        List<Header> headers = new ArrayList<>();
        for (String name : new LinkedHashSet<>(getHeaderNames())) {
            if (!serverHeaders.contains(name) && !CONNECTION_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
                getHeaders(name).forEach(value -> headers.add(new Header(name, value)));
            }
        }
        return new StoredResponse(getStatus(), headers, body.copy());
    }

    /** Sends the buffered body to the client. */
    void release() throws IOException {
        body.release(super.getOutputStream());
    }

    @Override
    public ServletOutputStream getOutputStream() {
        return body;
    }

    @Override
    public PrintWriter getWriter() {
        return new PrintWriter(new OutputStreamWriter(body, StandardCharsets.UTF_8), true);
    }

    @Override
    public void flushBuffer() throws IOException {
        body.flush();
    }

    @Override
    public void resetBuffer() {
        body.discard();
    }

    @Override
    public void reset() {
        super.reset();
        body.discard();
    }

    /** Synchronized, because a resource may answer from another thread. */
    private static final class BufferedBody extends ServletOutputStream {

        private final LimitedBuffer buffer;
        private @Nullable ServletOutputStream client;

        BufferedBody(int limit) {
            this.buffer = new LimitedBuffer(limit);
        }

        synchronized void release(ServletOutputStream stream) throws IOException {
            buffer.writeTo(stream);
            client = stream;
        }

        synchronized byte[] copy() {
            return buffer.toByteArray();
        }

        synchronized void discard() {
            buffer.clear();
        }

        @Override
        public synchronized void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
            if (client != null) {
                client.write(bytes, offset, length);
            } else {
                buffer.write(bytes, offset, length);
            }
        }

        @Override
        public synchronized void flush() throws IOException {
            if (client != null) {
                client.flush();
            }
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            try {
                listener.onWritePossible();
            } catch (IOException e) {
                listener.onError(e);
            }
        }
    }
}
