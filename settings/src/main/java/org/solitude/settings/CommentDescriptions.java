package org.solitude.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads descriptions of settings from comments, of scripts ({@code #}) and of Java ({@code //}), above the line that
 * reads the setting and in its paragraph:
 *
 * <pre>{@code
 * # setting SOLITUDE_DATABASE_POOL_SIZE | type: integer | unit: connections
 * #   | range: 1 or more
 * #   The largest size of the pool. The description may go on
 * #   in further lines that are indented like these.
 * }</pre>
 *
 * <p>{@code unit}, {@code range} and {@code default} may be left out; {@code default} is only for a default that the
 * reader does not have as a literal. Fields that do not fit in the line go on in the next one, after {@code |}.
 */
final class CommentDescriptions {

    private static final Pattern HEAD = Pattern.compile("\\s*(#|//) setting (SOLITUDE_[A-Z0-9_]+) \\| (.+)");
    private static final Pattern TEXT = Pattern.compile("\\s*(?:#|//) {3}(\\S.*)");
    private static final String FIELD = "| ";
    private static final Set<String> FIELDS = Set.of("type", "unit", "range", "default");

    private CommentDescriptions() {}

    static List<DescribedSetting> in(List<String> lines, String file) {
        List<DescribedSetting> settings = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Matcher head = HEAD.matcher(lines.get(i));
            if (head.matches()) {
                settings.add(setting(head.group(2), head.group(3), continuation(lines, i + 1), new Place(file, i + 1)));
            }
        }
        return settings;
    }

    private static DescribedSetting setting(String variable, String head, List<String> further, Place place) {
        Map<String, String> fields = new LinkedHashMap<>();
        List<String> text = new ArrayList<>();
        addFields(fields, head, place);
        for (String line : further) {
            if (line.startsWith(FIELD)) {
                addFields(fields, line.substring(FIELD.length()), place);
            } else {
                text.add(line);
            }
        }
        return new DescribedSetting(
                variable,
                null,
                fields.getOrDefault("type", ""),
                fields.getOrDefault("unit", ""),
                fields.getOrDefault("range", ""),
                fields.get("default"),
                String.join(" ", text),
                place);
    }

    private static void addFields(Map<String, String> fields, String text, Place place) {
        for (String field : text.split(" \\| ")) {
            String[] parts = field.strip().split(": ", 2);
            if (parts.length < 2 || !FIELDS.contains(parts[0])) {
                throw new IllegalArgumentException(
                        place + " has '" + field + "': write FIELD: VALUE, the field being one of " + FIELDS);
            }
            fields.put(parts[0], parts[1]);
        }
    }

    private static List<String> continuation(List<String> lines, int from) {
        List<String> further = new ArrayList<>();
        for (int i = from; i < lines.size(); i++) {
            Matcher line = TEXT.matcher(lines.get(i));
            if (!line.matches()) {
                break;
            }
            further.add(line.group(1).strip());
        }
        return further;
    }
}
