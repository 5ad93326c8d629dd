package org.solitude.task.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.solitude.task.OrderingKey;

/** Stores a task's entry in the ordering queue of its key. */
@Entity
@Table(name = "delayed_place")
class OrderingQueueRow {

    @Id
    @Column(name = "task_id")
    private long taskId;

    @Column(nullable = false, updatable = false)
    private String owner;

    @Column(name = "ordering_key", nullable = false, updatable = false)
    private String key;

    protected OrderingQueueRow() {}

    OrderingQueueRow(long taskId, OrderingKey key) {
        this.taskId = taskId;
        this.owner = key.owner();
        this.key = key.key();
    }
}
