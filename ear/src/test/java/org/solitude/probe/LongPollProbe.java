package org.solitude.probe;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.solitude.task.longpoll.LongPollRegistry;

/**
 * Counts the waiting clients, and ends a task in its row only, as another node does when its notification does not
 * reach this node.
 */
@RequestScoped
@Path("/probe/waiting/")
@Produces("text/plain")
public class LongPollProbe {
    @Inject
    private LongPollRegistry longPolls;

    @Resource(lookup = "java:jboss/datasources/Solitude")
    private DataSource database;

    @GET
    public String count() {
        return Integer.toString(longPolls.size());
    }

    @POST
    @Path("{task}/end")
    public void endInDatabase(@PathParam("task") String task) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update =
                        connection.prepareStatement("update delayed_task set state = 'cancelled' where uuid = ?")) {
            update.setObject(1, UUID.fromString(task));
            update.executeUpdate();
        }
    }
}
