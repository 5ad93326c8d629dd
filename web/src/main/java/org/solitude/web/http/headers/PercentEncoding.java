package org.solitude.web.http.headers;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Percent-encoding in URIs (RFC 3986, 2.1). */
final class PercentEncoding {

    private static final Pattern ESCAPES = Pattern.compile("(?:%[0-9A-Fa-f]{2})+");

    private PercentEncoding() {}

    /** Tells whether the escaped bytes are UTF-8. Each character has to be escaped as a whole, or not at all. */
    static boolean isUtf8(String text) {
        return !text.contains("%")
                || ESCAPES.matcher(text)
                        .results()
                        .allMatch(escapes -> isUtf8Bytes(escapes.group().replace("%", "")));
    }

    private static boolean isUtf8Bytes(String hex) {
        try {
            StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(HexFormat.of().parseHex(hex)));
            return true;
        } catch (CharacterCodingException notUtf8) {
            return false;
        }
    }
}
