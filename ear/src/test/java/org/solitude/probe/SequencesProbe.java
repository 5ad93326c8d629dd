package org.solitude.probe;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import javax.sql.DataSource;

/**
 * Lists how many numbers each sequence and each identity column caches: one line each, with its name and the number.
 */
@RequestScoped
@Path("/probe/sequences/")
public class SequencesProbe {
    private static final String POSTGRESQL =
            "select sequencename, cache_size from pg_sequences where schemaname = current_schema()";
    private static final String H2 = "select sequence_name, cache from information_schema.sequences"
            + " where sequence_schema = current_schema"
            + " union all select table_name, identity_cache from information_schema.columns"
            + " where table_schema = current_schema and is_identity = 'YES'";

    @Resource(lookup = "java:jboss/datasources/Solitude")
    DataSource database;

    @GET
    @Produces("text/plain; charset=utf-8")
    public String caches() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            boolean h2 = connection.getMetaData().getDatabaseProductName().equals("H2");
            StringBuilder lines = new StringBuilder();
            try (ResultSet caches = statement.executeQuery(h2 ? H2 : POSTGRESQL)) {
                while (caches.next()) {
                    lines.append("%s %d%n".formatted(caches.getString(1).toLowerCase(Locale.ROOT), caches.getLong(2)));
                }
            }
            return lines.toString();
        }
    }
}
