package org.solitude.server;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tests the check for free ports and its message. */
class PortInUseExceptionTest {

    @Test
    void messageNamesThePortAndTheSetting() throws Exception {
        try (ServerSocket api = listen();
                ServerSocket console = listen()) {
            int port = api.getLocalPort();
            assertThatThrownBy(() -> PortInUseException.throwIfInUse(endpoints(port, 0)))
                    .isInstanceOf(PortInUseException.class)
                    .hasMessage("Port " + port
                            + " on 127.0.0.1 (the API) is in use: stop the process that listens there, or set"
                            + " SOLITUDE_PORT to another port, or SOLITUDE_PORT_OFFSET=100 to move all ports by 100.");
            assertThatThrownBy(() -> PortInUseException.throwIfInUse(endpoints(0, console.getLocalPort())))
                    .hasMessageContaining(console.getLocalPort() + " on 127.0.0.1 (the admin console) is in use")
                    .hasMessageContaining("SOLITUDE_MANAGEMENT_PORT");
        }
    }

    @Test
    void freePortsPass() {
        assertThatCode(() -> PortInUseException.throwIfInUse(endpoints(0, 0))).doesNotThrowAnyException();
    }

    @Test
    void portThatIsNotANumberIsNamed() {
        assertThatThrownBy(() -> Endpoints.of(Map.of("SOLITUDE_PORT_OFFSET", "many")))
                .hasMessage("SOLITUDE_PORT_OFFSET must be a number, but is 'many'.");
    }

    private static Endpoints endpoints(int api, int management) {
        return Endpoints.of(
                Map.of("SOLITUDE_PORT", String.valueOf(api), "SOLITUDE_MANAGEMENT_PORT", String.valueOf(management)));
    }

    private static ServerSocket listen() throws Exception {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }
}
