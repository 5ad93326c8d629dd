package org.solitude.probe;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;

/** Makes rows older, because a test cannot wait for days, and counts a task's rows. */
@RequestScoped
@Path("/probe/ageing/")
@Produces("text/plain")
public class RowAgeProbe {
    @Resource(lookup = "java:jboss/datasources/Solitude")
    DataSource database;

    /** Sets the end of a task this long ago. */
    @POST
    @Path("tasks/{uuid}/")
    public int ageTask(@PathParam("uuid") UUID uuid, @QueryParam("by") String by) throws SQLException {
        return update("update delayed_task set finished = ? where uuid = ?", past(by), uuid);
    }

    /** Sets the expiry of a task this long ago. */
    @POST
    @Path("expiries/{uuid}/")
    public int ageExpiry(@PathParam("uuid") UUID uuid, @QueryParam("by") String by) throws SQLException {
        return update("update delayed_task set expires_at = ? where uuid = ?", past(by), uuid);
    }

    /** Sets the expiry of a task's idempotency record this long ago. */
    @POST
    @Path("keys/{uuid}/")
    public int ageKey(@PathParam("uuid") UUID task, @QueryParam("by") String by) throws SQLException {
        return update("update idempotency_key set keep_until = ? where task = ?", past(by), task);
    }

    /** Sets the expiry of a webhook secret this long ago. */
    @POST
    @Path("secrets/{uuid}/")
    public int ageSecret(@PathParam("uuid") UUID uuid, @QueryParam("by") String by) throws SQLException {
        return update("update callback_secret set expires_at = ? where uuid = ?", past(by), uuid);
    }

    /** Sets the creation of a payment transaction this long ago. */
    @POST
    @Path("transactions/{uuid}/")
    public int ageTransaction(@PathParam("uuid") UUID uuid, @QueryParam("by") String by) throws SQLException {
        return update("update payment_transaction set created = ? where uuid = cast(? as text)", past(by), uuid);
    }

    /** Counts the rows of a task in one of its tables. */
    @GET
    @Path("{table: delayed_(task|request|response|attempt)}/{uuid}/")
    public int countRows(@PathParam("table") String table, @PathParam("uuid") UUID uuid) throws SQLException {
        String query = table.equals("delayed_task")
                ? "select count(*) from delayed_task where uuid = ?"
                : "select count(*) from " + table + " where task_id = (select id from delayed_task where uuid = ?)";
        return count(query, uuid);
    }

    /** Deletes the request of a task, which the application never does before the task has ended. */
    @DELETE
    @Path("delayed_request/{uuid}/")
    public void deleteRequest(@PathParam("uuid") UUID uuid) throws SQLException {
        String delete = "delete from delayed_request where task_id = (select id from delayed_task where uuid = ?)";
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(delete)) {
            statement.setObject(1, uuid);
            statement.executeUpdate();
        }
    }

    /** Counts the idempotency records of a task. */
    @GET
    @Path("keys/{uuid}/")
    public int countKeys(@PathParam("uuid") UUID task) throws SQLException {
        return count("select count(*) from idempotency_key where task = ?", task);
    }

    private static OffsetDateTime past(String by) {
        return OffsetDateTime.now(ZoneOffset.UTC).minus(Duration.parse(by));
    }

    private int update(String sql, OffsetDateTime time, UUID uuid) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, time);
            statement.setObject(2, uuid);
            return statement.executeUpdate();
        }
    }

    private int count(String sql, UUID uuid) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, uuid);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }
}
