package org.solitude.task.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Stores the response of a task, encrypted. */
@Entity
@Table(name = "delayed_response")
class ResponseRow {

    @Id
    @Column(name = "task_id")
    private long taskId;

    @Column(nullable = false)
    private int status;

    @Column(nullable = false)
    private byte[] headers;

    @Column(nullable = false)
    private byte[] body;

    protected ResponseRow() {}

    ResponseRow(long taskId, int status, byte[] headers, byte[] body) {
        this.taskId = taskId;
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    int status() {
        return status;
    }

    byte[] headers() {
        return headers;
    }

    byte[] body() {
        return body;
    }
}
