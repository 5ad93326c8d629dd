package org.solitude.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.jboss.as.controller.client.ModelControllerClient;
import org.jboss.as.controller.client.helpers.Operations;
import org.jboss.dmr.ModelNode;

/** Calls the server's management interface, as the admin console and {@code jboss-cli} do. */
public final class ManagementClient implements AutoCloseable {
    private final ModelControllerClient client;

    public ManagementClient(TestServer server) {
        this(server.ports().management());
    }

    ManagementClient(int port) {
        try {
            client = ModelControllerClient.Factory.create("127.0.0.1", port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the queue of this name at the server's broker. */
    public JmsQueue queue(String name) {
        return new JmsQueue(
                this,
                Operations.createAddress("subsystem", "messaging-activemq", "server", "default", "jms-queue", name));
    }

    /**
     * Runs an operation.
     *
     * @throws IllegalStateException when it fails
     */
    public ModelNode run(ModelNode operation) {
        try {
            ModelNode outcome = client.execute(operation);
            if (!Operations.isSuccessfulOutcome(outcome)) {
                throw new IllegalStateException(operation + " failed: " + Operations.getFailureDescription(outcome));
            }
            return Operations.readResult(outcome);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
