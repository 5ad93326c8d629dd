package org.solitude.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the script that connects the brokers of several nodes, with one server. */
class NodesScriptIT {

    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final WildFlyHome HOME = WildFlyHome.at(Path.of(System.getProperty("solitude.wildfly.home")));
    private static final Path BASE = Path.of(System.getProperty("solitude.servers"), "nodes");
    private static final int OFFSET = 1200;

    private static PreparedServer server;

    @BeforeAll
    static void prepare() {
        server = PreparedServer.prepare(HOME, BASE).connect();
    }

    @Test
    void secondRunChangesNothing() throws IOException {
        String before = configuration();

        server.connect();

        assertThat(configuration()).isEqualTo(before).contains("solitude-nodes");
    }

    /** Without a password of its own the broker would use WildFly's published default. */
    @ParameterizedTest
    @ValueSource(strings = {"", "none at all"})
    void brokerDoesNotListenWithoutPassword(String password) throws IOException {
        Path log = BASE.resolve("log/without-password.log");
        Files.deleteIfExists(log);
        StartOptions options = StartOptions.atOffset(OFFSET).loggingTo(log);
        try (RunningServer running =
                server.start(password.isEmpty() ? options.with("SOLITUDE_NODES_PASSWORD", password) : options)) {
            awaitStarted(running, log);
            assertThat(Files.readString(log))
                    .containsAnyOf(
                            "Cannot resolve expression '${env.SOLITUDE_NODES_PASSWORD}'",
                            "invalid value for parameter cluster-password");
            assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), 5445 + OFFSET).close())
                    .isInstanceOf(ConnectException.class);
        }
    }

    private static void awaitStarted(RunningServer running, Path log) throws IOException {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (!Files.readString(log).contains(" started ")) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            assertThat(running.awaitExit(Duration.ofMillis(200))).isFalse();
        }
    }

    private static String configuration() throws IOException {
        return Files.readString(BASE.resolve("configuration").resolve(PreparedServer.CONFIGURATION));
    }
}
