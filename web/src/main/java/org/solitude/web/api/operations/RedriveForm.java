package org.solitude.web.api.operations;

import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.solitude.task.DeadTaskFilter;
import org.solitude.task.deadletter.TaskRedrive;
import org.solitude.web.http.json.JsonFields;

/** Reads which dead tasks to redrive, and how many at most. */
record RedriveForm(DeadTaskFilter filter, int limit) {

    private static final int MAX_PATH_LENGTH = 2_000;
    private static final int DEFAULT_LIMIT = 100;

    static RedriveForm read(JsonFields fields) {
        DeadTaskFilter filter = new DeadTaskFilter(
                fields.text("owner", null),
                fields.text("path", null, MAX_PATH_LENGTH),
                instant(fields, "died_from"),
                instant(fields, "died_before"));
        int limit = fields.integer("limit", DEFAULT_LIMIT);
        if (limit < 1 || limit > TaskRedrive.MAXIMUM) {
            fields.violations()
                    .add("limit", "OUT_OF_RANGE", "Send a whole number from 1 to " + TaskRedrive.MAXIMUM + ".");
        }
        fields.finish();
        return new RedriveForm(filter, limit);
    }

    private static @Nullable Instant instant(JsonFields fields, String field) {
        String text = fields.text(field, null);
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeException otherForm) {
            fields.violations().add(field, "INVALID_TIME", "Send a time in UTC, as 2026-11-24T22:00:00Z.");
            return null;
        }
    }
}
