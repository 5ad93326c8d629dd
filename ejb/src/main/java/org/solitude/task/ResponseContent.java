package org.solitude.task;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Represents the body of a stored response in JSON.
 *
 * @param text the body as text, or in base64 if it is not text
 * @param encoding {@code base64} if {@code text} is; null otherwise
 */
public record ResponseContent(
        @Nullable String text, @Nullable String encoding) {

    /** No content. */
    public static final ResponseContent NONE = new ResponseContent(null, null);

    public static ResponseContent of(StoredResponse response) {
        String type = response.header("Content-Type");
        if (response.body().length == 0 || type == null || isText(type)) {
            try {
                return new ResponseContent(
                        charset(type)
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT)
                                .decode(ByteBuffer.wrap(response.body()))
                                .toString(),
                        null);
            } catch (CharacterCodingException | IllegalCharsetNameException | UnsupportedCharsetException e) {
                return base64(response);
            }
        }
        return base64(response);
    }

    private static ResponseContent base64(StoredResponse response) {
        return new ResponseContent(Base64.getEncoder().encodeToString(response.body()), "base64");
    }

    private static boolean isText(String type) {
        String essence = type.split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
        return essence.startsWith("text/")
                || essence.endsWith("+json")
                || essence.endsWith("+xml")
                || essence.equals("application/json")
                || essence.equals("application/xml")
                || essence.equals("application/x-www-form-urlencoded");
    }

    private static Charset charset(@Nullable String type) {
        if (type != null) {
            for (String parameter : type.split(";")) {
                String[] pair = parameter.trim().split("=", 2);
                if (pair.length == 2 && pair[0].equalsIgnoreCase("charset")) {
                    return Charset.forName(pair[1].replace("\"", ""));
                }
            }
        }
        return StandardCharsets.UTF_8;
    }
}
