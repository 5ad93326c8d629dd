package org.solitude.settings;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the variables in WildFly's expressions: {@code ${env.NAME:default}}, also nested ones. */
final class Expressions {

    private static final String VARIABLE = "env.SOLITUDE_";
    private static final String ENVIRONMENT = "env.";

    private final Place place;
    private final List<SettingRead> reads = new ArrayList<>();

    private Expressions(Place place) {
        this.place = place;
    }

    static List<SettingRead> in(String text, Place place) {
        Expressions expressions = new Expressions(place);
        expressions.read(text, true);
        return List.copyOf(expressions.reads);
    }

    /** Within another setting's default a setting's own default is not looked at: it need not be the usual one. */
    private void read(String text, boolean withDefaults) {
        int from = text.indexOf("${");
        while (from >= 0) {
            int to = end(text, from);
            expression(text.substring(from + 2, to), withDefaults);
            from = text.indexOf("${", to);
        }
    }

    private void expression(String content, boolean withDefaults) {
        int colon = colon(content);
        String name = colon < 0 ? content : content.substring(0, colon);
        String otherwise = colon < 0 ? null : content.substring(colon + 1);
        boolean setting = name.startsWith(VARIABLE);
        if (setting) {
            String literal = otherwise == null || !withDefaults ? null : literal(otherwise);
            reads.add(new SettingRead(
                    name.substring(ENVIRONMENT.length()),
                    literal,
                    otherwise != null && withDefaults && literal == null,
                    place));
        } else {
            read(name, withDefaults);
        }
        if (otherwise != null) {
            read(otherwise, withDefaults && !setting);
        }
    }

    /** The value where nothing is set at all; null where it depends on the server. */
    private static @Nullable String literal(String text) {
        if (text.startsWith("${") && end(text, 0) == text.length() - 1) {
            String content = text.substring(2, text.length() - 1);
            int colon = colon(content);
            return colon < 0 ? null : literal(content.substring(colon + 1));
        }
        return text.contains("$") ? null : text;
    }

    /** The index of the brace that closes the one after {@code from}. */
    private static int end(String text, int from) {
        int depth = 0;
        for (int i = from + 1; i < text.length(); i++) {
            if (text.charAt(i) == '{') {
                depth++;
            } else if (text.charAt(i) == '}' && --depth == 0) {
                return i;
            }
        }
        throw new IllegalArgumentException("An expression does not end: " + text);
    }

    private static int colon(String content) {
        int depth = 0;
        for (int i = 0; i < content.length(); i++) {
            char c = content.charAt(i);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (c == ':' && depth == 0) {
                return i;
            }
        }
        return -1;
    }
}
