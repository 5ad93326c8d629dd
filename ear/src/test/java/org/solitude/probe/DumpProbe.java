package org.solitude.probe;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Dumps all tables of the database: each row is a line, with bars around its columns. */
@RequestScoped
@Path("/probe/dump/")
public class DumpProbe {
    private static final int PAGE = 100;

    @Resource(lookup = "java:jboss/datasources/Solitude")
    DataSource database;

    @GET
    @Produces("text/plain; charset=utf-8")
    public StreamingOutput dump() {
        return output -> {
            try (Connection connection = database.getConnection()) {
                // the driver reads a table page by page only without auto-commit
                connection.setAutoCommit(false);
                PrintStream out = new PrintStream(output, false, StandardCharsets.UTF_8);
                for (String table : tables(connection)) {
                    dump(connection, table, out);
                }
                out.flush();
                connection.rollback();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        };
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet tables = connection
                .getMetaData()
                .getTables(connection.getCatalog(), connection.getSchema(), "%", new String[] {"TABLE"})) {
            while (tables.next()) {
                names.add(tables.getString("TABLE_NAME"));
            }
        }
        return names;
    }

    private static void dump(Connection connection, String table, PrintStream out) throws SQLException {
        try (Statement statement = pagedStatement(connection);
                ResultSet rows = statement.executeQuery("select * from \"" + table + "\"")) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                out.print(table);
                for (int column = 1; column <= columns; column++) {
                    out.print('|');
                    out.print(text(rows.getObject(column)));
                }
                out.println('|');
            }
        }
    }

    private static Statement pagedStatement(Connection connection) throws SQLException {
        Statement statement = connection.createStatement();
        statement.setFetchSize(PAGE);
        return statement;
    }

    /** Returns a value as text; bytes as Latin-1, so that a text among them is found. */
    private static String text(Object value) {
        return value instanceof byte[] bytes ? new String(bytes, StandardCharsets.ISO_8859_1) : String.valueOf(value);
    }
}
