package org.solitude.web.http.json;

import org.solitude.validation.Violations;

/** Checks that the database stores a text exactly as it was sent. */
public class StorableText {

    private StorableText() {}

    static void check(String field, String text, int maxLength, Violations violations) {
        if (text.codePointCount(0, text.length()) > maxLength) {
            violations.add(field, "TOO_LONG", "Send at most " + maxLength + " characters.");
        }
        if (!isStorable(text)) {
            violations.add(field, "INVALID_CHARACTER", "Neither U+0000 nor half of a surrogate pair can be stored.");
        }
    }

    /** Tells whether a text can be stored: PostgreSQL refuses U+0000, and UTF-8 replaces a lone surrogate. */
    public static boolean isStorable(String text) {
        return text.codePoints()
                .noneMatch(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
    }
}
