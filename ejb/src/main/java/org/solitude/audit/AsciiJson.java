package org.solitude.audit;

/**
 * JSON strings of printable ASCII alone. So whatever a client sends, it can neither begin a line of its own in the log nor
 * tell the terminal of who reads it what to do.
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
