package org.solitude.audit;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An action that was done or refused.
 *
 * @param verb {@code made}, {@code ran}, {@code called}, {@code read}, {@code cancelled}, {@code redrove} ...
 * @param fields in the order they are written; never a secret, a body or a query
 */
public record AuditEvent(String verb, Map<String, Object> fields) {

    public static AuditEvent of(String verb) {
        return new AuditEvent(verb, Map.of());
    }

    /** Returns this event with one more field. A null value is left out. */
    public AuditEvent with(String name, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        Map<String, Object> more = new LinkedHashMap<>(fields);
        more.put(name, value);
        return new AuditEvent(verb, more);
    }

    /** Returns one line of JSON. */
    String line(Instant at) {
        StringBuilder line = new StringBuilder("{\"at\":\"").append(at).append("\",\"act\":");
        AsciiJson.string(line, verb);
        fields.forEach((name, value) -> {
            line.append(',');
            AsciiJson.string(line, name);
            line.append(':');
            if (value instanceof Number || value instanceof Boolean) {
                line.append(value);
            } else {
                AsciiJson.string(line, value.toString());
            }
        });
        return line.append('}').toString();
    }
}
