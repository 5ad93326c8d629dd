package org.solitude.web.http.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Tests that a buffer refuses more bytes than its limit. */
class LimitedBufferTest {

    private final LimitedBuffer buffer = new LimitedBuffer(3);

    @Test
    void bodyOfTheLimitIsHeld() throws IOException {
        buffer.write('a');
        buffer.write(new byte[] {'b', 'c'});
        assertThat(buffer.toByteArray()).isEqualTo(new byte[] {'a', 'b', 'c'});
        assertThat(buffer.isExceeded()).isFalse();
    }

    @Test
    void writeBeyondTheLimitFailsAndStoresNothing() throws IOException {
        buffer.write('a');
        assertThatThrownBy(() -> buffer.write(new byte[3])).isInstanceOf(IOException.class);
        assertThat(buffer.toByteArray()).isEqualTo(new byte[] {'a'});
    }

    @Test
    void clearedBufferRemembersThatItWasExceeded() throws IOException {
        assertThatThrownBy(() -> buffer.write(new byte[4])).isInstanceOf(IOException.class);
        buffer.clear();
        buffer.write(new byte[3]);
        assertThat(buffer.toByteArray()).hasSize(3);
        assertThat(buffer.isExceeded()).isTrue();
    }
}
