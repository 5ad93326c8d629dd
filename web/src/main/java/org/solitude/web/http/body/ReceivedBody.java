package org.solitude.web.http.body;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Holds the bytes of a body that have arrived, and the memory that the budget reserves for them until it is closed. */
final class ReceivedBody implements AutoCloseable {

    private static final int CHUNK = 8192;

    private final BodyBudget budget;
    private Bytes bytes = new Bytes();
    private final byte[] chunk = new byte[CHUNK];

    ReceivedBody(BodyBudget budget) {
        this.budget = budget;
    }

    /**
     * Reads once from a stream that has bytes, or its end, at hand.
     *
     * @return why the body is not received any further; null where it is
     */
    @Nullable
    BodyRefusal readFrom(InputStream body) throws IOException {
        int read = body.read(chunk);
        if (read <= 0) {
            return null;
        }
        if (bytes.size() + read > budget.limits().size()) {
            return BodyRefusal.TOO_LARGE;
        }
        if (!budget.reserve(read)) {
            return BodyRefusal.NO_MEMORY;
        }
        bytes.write(chunk, 0, read);
        return null;
    }

    /** Returns the number of bytes that have arrived. */
    long size() {
        return bytes.size();
    }

    /** Returns the bytes that have arrived, without a copy. */
    ByteArrayInputStream stream() {
        return bytes.stream();
    }

    /** Returns the limits of the budget that this body is counted in. */
    BodyLimits limits() {
        return budget.limits();
    }

    /** Gives the memory back; a second call does nothing. */
    @Override
    public void close() {
        budget.release(bytes.size());
        bytes = new Bytes();
    }

    private static final class Bytes extends ByteArrayOutputStream {

        ByteArrayInputStream stream() {
            return new ByteArrayInputStream(buf, 0, count);
        }
    }
}
