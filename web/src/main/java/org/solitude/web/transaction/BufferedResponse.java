package org.solitude.web.transaction;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
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

/** A response whose body stays here until it is released; from then on what is written goes straight through. */
final class BufferedResponse extends HttpServletResponseWrapper {

    /** How the bytes travel: said anew each time they do. */
    private static final Set<String> OF_THE_CONNECTION =
            Set.of("connection", "content-length", "date", "keep-alive", "transfer-encoding");

    private final BufferedBody body;
    private final Set<String> serverHeaders;

    BufferedResponse(HttpServletResponse response, int limit) {
        super(response);
        this.body = new BufferedBody(limit);
        this.serverHeaders = Set.copyOf(response.getHeaderNames());
    }

    /** The response as it is now, without what the server adds to every one. */
    StoredResponse stored() {
        List<Header> headers = new ArrayList<>();
        for (String name : new LinkedHashSet<>(getHeaderNames())) {
            if (!serverHeaders.contains(name) && !OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                getHeaders(name).forEach(value -> headers.add(new Header(name, value)));
            }
        }
        return new StoredResponse(getStatus(), headers, body.copy());
    }

    /** Lets go of what was held. */
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

    private static final class BufferedBody extends ServletOutputStream {

        private final int limit;
        private final ByteArrayOutputStream held = new ByteArrayOutputStream();
        private @Nullable ServletOutputStream released;

        BufferedBody(int limit) {
            this.limit = limit;
        }

        synchronized void release(ServletOutputStream client) throws IOException {
            if (held.size() > 0) {
                held.writeTo(client);
            }
            released = client;
        }

        synchronized byte[] copy() {
            return held.toByteArray();
        }

        synchronized void discard() {
            held.reset();
        }

        @Override
        public synchronized void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
            if (released != null) {
                released.write(bytes, offset, length);
            } else if (held.size() + length > limit) {
                throw new IOException("the response of a write is larger than " + limit + " bytes");
            } else {
                held.write(bytes, offset, length);
            }
        }

        @Override
        public synchronized void flush() throws IOException {
            if (released != null) {
                released.flush();
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
