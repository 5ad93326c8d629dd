package org.solitude.web.http.connection;

import java.io.IOException;

/**
 * Parses the framing of a chunked body byte by byte, as RFC 9112, 7.1 has it and no other way: Undertow's own parser
 * skips junk after a chunk or its size, takes a lone LF for a line's end and an empty size for the last chunk. A proxy
 * that reads such a body differently would find another request after it.
 */
final class ChunkedFraming {

    private static final int MAX_SIZE_DIGITS = 8;
    private static final int MAX_LINES = 8192;
    private static final int HEX = 16;

    private enum Part {
        SIZE,
        EXTENSION,
        SIZE_END,
        DATA,
        DATA_CR,
        DATA_END,
        TRAILERS,
        TRAILER,
        TRAILER_END,
        LAST_END,
        ENDED
    }

    private Part part = Part.SIZE;
    private long size;
    private int digits;
    private int skipped;

    /** Tells whether the whole body has been parsed. */
    boolean isEnded() {
        return part == Part.ENDED;
    }

    /** Returns how many bytes of data come next; 0 where {@link #accept} wants the next byte. */
    long data() {
        return part == Part.DATA ? size : 0;
    }

    /** Counts bytes of data that have been read. */
    void dataRead(int bytes) {
        size -= bytes;
        if (size == 0) {
            part = Part.DATA_CR;
        }
    }

    /**
     * Parses one byte that is no data.
     *
     * @throws IOException if it may not be there
     */
    void accept(int b) throws IOException {
        switch (part) {
            case SIZE -> size(b);
            case EXTENSION -> text(b, Part.SIZE_END);
            case SIZE_END -> expect('\n', b, size == 0 ? Part.TRAILERS : Part.DATA);
            case DATA_CR -> expect('\r', b, Part.DATA_END);
            case DATA_END -> {
                expect('\n', b, Part.SIZE);
                digits = 0;
            }
            case TRAILERS -> {
                part = Part.TRAILER;
                text(b, Part.TRAILER_END);
                if (b == '\r') {
                    part = Part.LAST_END;
                }
            }
            case TRAILER -> text(b, Part.TRAILER_END);
            case TRAILER_END -> expect('\n', b, Part.TRAILERS);
            case LAST_END -> expect('\n', b, Part.ENDED);
            default -> throw new IllegalStateException("data is not parsed");
        }
    }

    private void size(int b) throws IOException {
        int digit = b < 0 || b > 'f' ? -1 : Character.digit(b, HEX);
        if (digit >= 0 && digits < MAX_SIZE_DIGITS) {
            size = size * HEX + digit;
            digits++;
        } else if (b == '\r' && digits > 0) {
            part = Part.SIZE_END;
        } else if (b == ';' && digits > 0) {
            part = Part.EXTENSION;
        } else {
            throw malformed();
        }
    }

    /** Skips an extension or a trailer, which may hold anything but control characters, up to the end of its line. */
    private void text(int b, Part atEnd) throws IOException {
        if (b == '\r') {
            part = atEnd;
        } else if (++skipped > MAX_LINES || b != '\t' && b >= 0 && b < ' ') {
            throw malformed();
        }
    }

    private void expect(char expected, int b, Part then) throws IOException {
        if (b != expected) {
            throw malformed();
        }
        part = then;
    }

    private static IOException malformed() {
        return new IOException("the chunks of the body are malformed");
    }
}
