package org.solitude.cluster;

import org.jboss.as.controller.client.helpers.Operations;
import org.jboss.dmr.ModelNode;
import org.solitude.harness.ManagementClient;

/** Counts the messages that a broker forwards to other nodes. */
record ForwardedMessages(ManagementClient broker) {

    /** Returns how many messages wait to be forwarded. */
    long waiting() {
        ModelNode counts = broker.run(Operations.createReadAttributeOperation(
                Operations.createAddress("subsystem", "messaging-activemq", "server", "default", "runtime-queue", "*"),
                "message-count"));
        return counts.asList().stream()
                .filter(queue ->
                        Operations.getOperationAddress(queue).asString().contains("internal.sf.solitude-nodes"))
                .mapToLong(queue -> Operations.readResult(queue).asLong())
                .sum();
    }

    /** Returns how many messages were moved to the expiry queue. */
    int expired() {
        return broker.queue("ExpiryQueue").messagesAdded();
    }
}
