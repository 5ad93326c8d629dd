package org.solitude.web.http.json;

import jakarta.json.stream.JsonParsingException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.solitude.web.http.ServerOrigin;
import org.solitude.web.http.problem.Problem;
import org.solitude.web.http.problem.ProblemException;
import org.solitude.web.http.problem.ProblemType;

/** A body that claims to be JSON, decoded strictly and not yet parsed. */
public record JsonText(String text) {

    /**
     * Decodes a body. Lenient decoding would silently replace each byte that the charset does not have.
     *
     * @param charset the declared charset, null for UTF-8
     * @throws ProblemException 400 where the charset is unknown or the body is not in it
     */
    static JsonText decode(byte[] body, @Nullable String charset) {
        try {
            Charset declared = charset == null ? StandardCharsets.UTF_8 : Charset.forName(charset);
            return new JsonText(
                    declared.newDecoder().decode(ByteBuffer.wrap(body)).toString());
        } catch (IllegalArgumentException unknown) {
            throw malformed("The body's charset is unknown; send UTF-8.", unknown);
        } catch (CharacterCodingException wrong) {
            throw malformed("The body is not text in the charset it claims; send UTF-8.", wrong);
        }
    }

    /**
     * Parses the text as one JSON object.
     *
     * @param server the server that references to records must be of
     * @throws ProblemException 400 where it is none
     */
    public JsonFields fields(ServerOrigin server) {
        if (text.isBlank()) {
            throw new ProblemException(
                    Problem.of(ProblemType.MALFORMED_JSON, "The body is empty. Send one JSON object (RFC 8259)."));
        }
        try {
            return new JsonFieldsParser(text, server).parse();
        } catch (JsonParsingException malformed) {
            long valid = Math.min(malformed.getLocation().getStreamOffset(), text.length());
            throw malformed(
                    "Send one JSON object (RFC 8259). What came stops being one after " + valid + " characters.",
                    malformed);
        }
    }

    private static ProblemException malformed(String detail, Exception cause) {
        return new ProblemException(Problem.of(ProblemType.MALFORMED_JSON, detail), cause);
    }
}
