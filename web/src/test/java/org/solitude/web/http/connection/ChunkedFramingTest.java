package org.solitude.web.http.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests which chunked bodies are well-formed (RFC 9112, 7.1), and where they end. */
class ChunkedFramingTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5\r\nhello\r\n0\r\n\r\n",
                "2\r\nhe\r\n3;name=\"value\"\r\nllo\r\n0\r\n\r\n",
                "0005\r\nhello\r\n0000;x\r\nX-Trailer: 1\r\nY:\t2\r\n\r\n",
                "5\r\nhello\r\n0\r\n\r\nGET /next HTTP/1.1\r\n\r\n"
            })
    void wellFormedBodyEndsAfterItsLastChunk(String body) throws IOException {
        assertThat(parse(body)).isEqualTo("hello");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\r\n",
                "5 \r\nhello\r\n0\r\n\r\n",
                " 5\r\nhello\r\n0\r\n\r\n",
                "0x5\r\nhello\r\n0\r\n\r\n",
                "-5\r\nhello\r\n0\r\n\r\n",
                "000000005\r\nhello\r\n0\r\n\r\n",
                "5\nhello\r\n0\r\n\r\n",
                "5;a\nhello\r\n0\r\n\r\n",
                "5\r\nhelloXX\r\n0\r\n\r\n",
                "5\r\nhello\n0\r\n\r\n",
                "5\r\nhello\r\r\n0\r\n\r\n",
                "5\r\nhello\r\n0\r\nX: 1\n\r\n",
                "5\r\nhello\r\n0\r\n\rX",
                "5\r\nhello\r\n0\r\nX: \u00001\r\n\r\n"
            })
    void malformedBodyIsRefused(String body) {
        assertThatThrownBy(() -> parse(body)).isInstanceOf(IOException.class);
    }

    @Test
    void endlessTrailersAreRefused() {
        assertThatThrownBy(() -> parse("0\r\n" + "X: 1\r\n".repeat(10_000))).isInstanceOf(IOException.class);
    }

    private static String parse(String body) throws IOException {
        ChunkedFraming framing = new ChunkedFraming();
        StringBuilder data = new StringBuilder();
        for (byte b : body.getBytes(StandardCharsets.ISO_8859_1)) {
            if (framing.isEnded()) {
                break;
            } else if (framing.data() > 0) {
                data.append((char) b);
                framing.dataRead(1);
            } else {
                framing.accept(b);
            }
        }
        assertThat(framing.isEnded()).isTrue();
        return data.toString();
    }
}
