package org.solitude.web.http.json;

import org.solitude.validation.Violations;

/** What every text must be so that both databases keep it as it was sent. */
public class StorableText {

    private StorableText() {}

    static void check(String field, String text, int longest, Violations violations) {
        if (text.codePointCount(0, text.length()) > longest) {
            violations.add(field, "TOO_LONG", "Send at most " + longest + " characters.");
        }
        if (!isStorable(text)) {
            violations.add(field, "INVALID_CHARACTER", "Neither U+0000 nor half of a surrogate pair can be kept.");
        }
    }

    /** PostgreSQL's text has no U+0000, and UTF-8 has no lone surrogates: one would fail, the other become another text. */
    public static boolean isStorable(String text) {
        return text.codePoints()
                .noneMatch(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
    }
}
