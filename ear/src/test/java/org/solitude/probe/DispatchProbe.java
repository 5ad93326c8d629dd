package org.solitude.probe;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.solitude.task.DelayedTask;
import org.solitude.task.TaskRepository;
import org.solitude.task.dispatch.DispatchMessage;
import org.solitude.task.dispatch.TaskDispatcher;

/** Dispatches a task on this node, as a node does when it starts or takes the task's message for lost. */
@RequestScoped
@Path("/probe/announcing/{uuid}/")
public class DispatchProbe {
    @Inject
    TaskRepository tasks;

    @Inject
    TaskDispatcher dispatcher;

    @POST
    public void dispatch(@PathParam("uuid") UUID uuid) {
        DelayedTask task = tasks.find(uuid).orElseThrow();
        dispatcher.dispatch(List.of(new DispatchMessage(
                task.id(), uuid, task.method(), task.path(), task.options().priority(), Duration.ZERO)));
    }
}
