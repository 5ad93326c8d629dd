package org.solitude.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.solitude.task.TaskEnded;
import org.solitude.task.TaskRepository;
import org.solitude.task.TaskState;

/**
 * Erases the request of a task in the transaction that ends it: it has served its purpose. A dead task keeps its own,
 * because an operator may run it again; then it goes with the end of that life, or with the task.
 */
@ApplicationScoped
public class RequestErasure {

    @Inject
    private TaskRepository tasks;

    void erase(@Observes TaskEnded ended) {
        if (ended.task().state() != TaskState.DEAD) {
            tasks.deleteRequest(ended.task());
        }
    }
}
