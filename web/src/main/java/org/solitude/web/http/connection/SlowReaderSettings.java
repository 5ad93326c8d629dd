package org.solitude.web.http.connection;

import java.time.Duration;
import org.eclipse.microprofile.config.Config;
import org.solitude.config.Setting;

/**
 * Settings: how threads wait for clients that read slowly. They are read when the application is deployed, before there
 * are beans.
 *
 * @param longest how long all waits for one response may take
 * @param threads that may wait at once
 */
record SlowReaderSettings(Duration longest, int threads) {

    static SlowReaderSettings read(Config config) {
        return new SlowReaderSettings(
                Duration.parse(Key.WAIT_MAX.value(config)), Integer.parseInt(Key.WAITING_MAX.value(config)));
    }

    private enum Key {
        @Setting(
                description = "How long a thread may wait, in all, for a client that reads a response slowly. Then the"
                        + " connection is closed. Small responses never wait: the operating system buffers them.",
                type = "duration",
                range = "above zero")
        WAIT_MAX("solitude.response.wait-max", "PT30S"),

        @Setting(
                description = "How many threads may wait for such clients at once. Where one more would have to wait,"
                        + " its client's connection is closed.",
                type = "integer",
                unit = "threads",
                range = "1 or more, below `SOLITUDE_HTTP_THREADS`")
        WAITING_MAX("solitude.response.waiting-max", "16");

        private final String property;
        private final String standard;

        Key(String property, String standard) {
            this.property = property;
            this.standard = standard;
        }

        String value(Config config) {
            return config.getOptionalValue(property, String.class).orElse(standard);
        }
    }
}
