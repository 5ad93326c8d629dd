package org.solitude.audit;

/**
 * Writes JSON strings in printable ASCII. A client's text can neither start a new line in the log nor send control
 * sequences to a reader's terminal.
 */
final class AsciiJson {

    private static final char FIRST_PRINTABLE = ' ';
    private static final char LAST_PRINTABLE = '~';

    private AsciiJson() {}

    static void string(StringBuilder json, String text) {
        json.append('"');
        for (char c : text.toCharArray()) {
            if (c < FIRST_PRINTABLE || c > LAST_PRINTABLE || c == '"' || c == '\\') {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        json.append('"');
    }
}
