package org.solitude.harness;

import java.util.List;
import org.jboss.as.controller.client.helpers.Operations;
import org.jboss.dmr.ModelNode;

/** A queue as an operator sees it: numbers, messages, and the few things one can do. */
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

    /** The messages that wait, each with its properties. */
    public List<ModelNode> messages() {
        return run("list-messages").asList();
    }

    public void pause() {
        run("pause");
    }

    public void resume() {
        run("resume");
    }

    /** Deletes what waits. */
    public int removeAll() {
        return run("remove-messages").asInt();
    }

    /** Gives another priority to what waits and matches the filter. */
    public int changePriorities(String filter, int priority) {
        ModelNode change = Operations.createOperation("change-messages-priority", address);
        change.get("filter").set(filter);
        change.get("new-priority").set(priority);
        return management.run(change).asInt();
    }

    /** Moves what waits to another queue. */
    public int moveAllTo(String other) {
        ModelNode move = Operations.createOperation("move-messages", address);
        move.get("other-queue-name").set(other);
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
