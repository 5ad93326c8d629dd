package org.solitude.task.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Stores the request of a task, encrypted, in a table of its own: a list of tasks never reads it. */
@Entity
@Table(name = "delayed_request")
class RequestRow {

    @Id
    @Column(name = "task_id")
    private long taskId;

    @Column(nullable = false)
    private byte[] head;

    @Column(nullable = false)
    private byte[] body;

    protected RequestRow() {}

    RequestRow(long taskId, byte[] head, byte[] body) {
        this.taskId = taskId;
        this.head = head;
        this.body = body;
    }

    byte[] head() {
        return head;
    }

    byte[] body() {
        return body;
    }
}
