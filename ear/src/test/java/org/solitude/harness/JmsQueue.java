package org.solitude.harness;

import java.util.List;
import org.jboss.as.controller.client.helpers.Operations;
import org.jboss.dmr.ModelNode;

/** Reads and changes a JMS queue through the management interface, as an operator does. */
public record JmsQueue(ManagementClient management, ModelNode address) {

    public int waiting() {
        return read("message-count") - delivering();
    }

    public int delivering() {
        return read("delivering-count");
    }

    public int consumers() {
        return read("consumer-count");
    }

    public int messagesAdded() {
        return read("messages-added");
    }

    /** Returns the waiting messages with their properties. */
    public List<ModelNode> messages() {
        return run("list-messages").asList();
    }

    public void pause() {
        run("pause");
    }

    public void resume() {
        run("resume");
    }

    /** Deletes the waiting messages and returns their number. */
    public int removeAll() {
        return run("remove-messages").asInt();
    }

    /** Changes the priority of the waiting messages that match the filter and returns their number. */
    public int changePriorities(String filter, int priority) {
        ModelNode change = Operations.createOperation("change-messages-priority", address);
        change.get("filter").set(filter);
        change.get("new-priority").set(priority);
        return management.run(change).asInt();
    }

    /** Moves the waiting messages to another queue and returns their number. */
    public int moveAllTo(String target) {
        ModelNode move = Operations.createOperation("move-messages", address);
        move.get("other-queue-name").set(target);
        return management.run(move).asInt();
    }

    private int read(String attribute) {
        return management
                .run(Operations.createReadAttributeOperation(address, attribute))
                .asInt();
    }

    private ModelNode run(String operation) {
        return management.run(Operations.createOperation(operation, address));
    }
}
