package org.solitude.web.http.limits;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Holds the body of a response in memory, up to a limit in bytes. A write beyond it fails and stores nothing. */
public final class LimitedBuffer extends OutputStream {

    private final int limit;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private boolean exceeded;

    public LimitedBuffer(int limit) {
        this.limit = limit;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] source, int offset, int length) throws IOException {
        if (bytes.size() + length > limit) {
            exceeded = true;
            throw new IOException("the response is larger than " + limit + " bytes");
        }
        bytes.write(source, offset, length);
    }

    /** Tells whether a write has failed; {@link #clear} does not change that. */
    public boolean isExceeded() {
        return exceeded;
    }

    /** Returns a copy of the bytes written so far. */
    public byte[] toByteArray() {
        return bytes.toByteArray();
    }

    /** Writes the bytes to another stream, which is left alone where there are none. */
    public void writeTo(OutputStream target) throws IOException {
        if (bytes.size() > 0) {
            bytes.writeTo(target);
        }
    }

    /** Discards the bytes written so far. */
    public void clear() {
        bytes.reset();
    }
}
