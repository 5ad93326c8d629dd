package org.solitude.cluster;

import org.jboss.as.controller.client.helpers.Operations;
import org.jboss.dmr.ModelNode;
import org.solitude.harness.ManagementClient;

/** What a broker has for the others. */
record ForwardedMessages(ManagementClient broker) {

    /** How many messages stand in the queues from which they are forwarded. */
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

    /** How many messages were ever kept because they had expired. */
    int expired() {
        return broker.queue("ExpiryQueue").messagesAdded();
    }
}
