package org.solitude.upgrade;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.solitude.harness.TestDatabase;

/**
 * The rows of all tables of a database but Flyway's own.
 *
 * @param tables each table's rows in a stable order: the values of the columns as SQL literals
 * @param sequences the last value of each sequence that has been used
 */
record StoredRows(Map<String, List<Map<String, String>>> tables, Map<String, Long> sequences) {

    /** The rows of this table belong to the schema: a migration inserts them. */
    private static final String OF_THE_SCHEMA = "delayed_place_lock";

    static StoredRows of(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            Map<String, List<Map<String, String>>> tables = new LinkedHashMap<>();
            // by their age, so that a foreign key finds its row
            for (Map<String, String> table : query(
                    connection,
                    "select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace"
                            + " and relname not in ('flyway_schema_history', '" + OF_THE_SCHEMA + "') order by oid")) {
                String name = Objects.requireNonNull(table.get("name"));
                tables.put(name, rows(connection, name));
            }
            Map<String, Long> sequences = new LinkedHashMap<>();
            query(connection, "select sequencename as name, last_value from pg_sequences where last_value is not null")
                    .forEach(row -> sequences.put(row.get("name"), Long.valueOf(row.get("last_value"))));
            return new StoredRows(tables, sequences);
        }
    }

    /** Returns the script that stores these rows in an empty database. */
    String script() {
        StringBuilder script = new StringBuilder();
        tables.forEach((table, rows) -> rows.forEach(row -> script.append("insert into ")
                .append(table)
                .append(" (")
                .append(String.join(", ", row.keySet()))
                .append(") values (")
                .append(String.join(", ", row.values()))
                .append(");\n")));
        sequences.forEach((name, value) -> script.append("select setval('%s', %d);%n".formatted(name, value)));
        return script.toString();
    }

    /** Returns these rows with those columns only that the other rows have, too. */
    StoredRows withColumnsOf(StoredRows other) {
        Map<String, List<Map<String, String>>> reduced = new LinkedHashMap<>();
        other.tables.forEach((table, rows) -> reduced.put(
                table,
                tables.getOrDefault(table, List.of()).stream()
                        .map(row -> reduced(row, rows))
                        .toList()));
        return new StoredRows(reduced, sequences);
    }

    private static Map<String, String> reduced(Map<String, String> row, List<Map<String, String>> like) {
        return row.entrySet().stream()
                .filter(column -> like.isEmpty() || like.get(0).containsKey(column.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new));
    }

    private static List<Map<String, String>> rows(Connection connection, String table) throws SQLException {
        List<String> columns = query(
                        connection,
                        "select column_name as name from information_schema.columns where table_schema = 'public'"
                                + " and table_name = '" + table + "' order by ordinal_position")
                .stream()
                .map(row -> row.get("name"))
                .toList();
        String literals = columns.stream()
                .map(column -> "quote_nullable(" + column + ") as " + column)
                .collect(Collectors.joining(", "));
        return query(
                connection,
                "select " + literals + " from " + table + " order by " + columns.get(0) + ", " + columns.get(1));
    }

    private static List<Map<String, String>> query(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<Map<String, String>> all = new ArrayList<>();
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                Map<String, String> row = new LinkedHashMap<>();
                for (int column = 1; column <= columns; column++) {
                    row.put(rows.getMetaData().getColumnName(column), rows.getString(column));
                }
                all.add(row);
            }
            return all;
        }
    }
}
