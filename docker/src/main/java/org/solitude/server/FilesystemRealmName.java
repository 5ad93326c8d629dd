package org.solitude.server;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** How Elytron writes a client's name into the name of its file: after the last dash, in base 32 (RFC 4648) unpadded. */
final class FilesystemRealmName {

    private static final String DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int DIGIT_BITS = 5;

    private FilesystemRealmName() {}

    /** The client's name that this file's name holds. */
    static String name(Path file) {
        String text = file.getFileName().toString().replaceFirst("\\.xml$", "");
        return decode(text.substring(text.lastIndexOf('-') + 1));
    }

    private static String decode(String encoded) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int bits = 0;
        int held = 0;
        for (char digit : encoded.toCharArray()) {
            held = held << DIGIT_BITS | DIGITS.indexOf(digit);
            bits += DIGIT_BITS;
            if (bits >= Byte.SIZE) {
                bits -= Byte.SIZE;
                bytes.write(held >> bits);
                held &= (1 << bits) - 1;
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
