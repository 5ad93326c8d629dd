package org.solitude.web.http.limits;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;

/** Fails the read that goes beyond a limit of bytes. It counts a stream of unknown length and holds nothing of it. */
final class LimitedInputStream extends FilterInputStream {

    private final Supplier<RuntimeException> tooLarge;
    private long left;

    LimitedInputStream(InputStream body, long limit, Supplier<RuntimeException> tooLarge) {
        super(body);
        this.left = limit;
        this.tooLarge = tooLarge;
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        if (b >= 0) {
            take(1);
        }
        return b;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        if (read > 0) {
            take(read);
        }
        return read;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void take(int read) {
        left -= read;
        if (left < 0) {
            throw tooLarge.get();
        }
    }
}
