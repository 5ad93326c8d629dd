package org.solitude.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.solitude.task.TaskEnded;
import org.solitude.task.TaskRepository;
import org.solitude.task.TaskState;

/**
 * Erases the request of a task in the transaction that ends the task.
 *
 * <p>A dead task keeps its request, because an operator may redrive it; it is erased when the task ends otherwise or is
 * deleted.
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
