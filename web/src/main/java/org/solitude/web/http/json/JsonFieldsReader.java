package org.solitude.web.http.json;

import jakarta.json.stream.JsonParsingException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.solitude.web.http.problem.Problem;
import org.solitude.web.http.problem.ProblemException;
import org.solitude.web.http.problem.ProblemType;

/** Gives resources the body as {@link JsonFields}; a body that is no JSON object never reaches them. */
@Provider
@Consumes({MediaType.APPLICATION_JSON, "application/*+json"})
public class JsonFieldsReader implements MessageBodyReader<JsonFields> {

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == JsonFields.class;
    }

    @Override
    public JsonFields readFrom(
            Class<JsonFields> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        return fields(decode(body.readAllBytes(), mediaType.getParameters().get(MediaType.CHARSET_PARAMETER)));
    }

    static JsonFields fields(String text) {
        try {
            return new JsonFieldsParser(text).parse();
        } catch (JsonParsingException malformed) {
            long sound = Math.min(malformed.getLocation().getStreamOffset(), text.length());
            throw refused(
                    "Send one JSON object (RFC 8259). What came stops being one after " + sound + " characters.",
                    malformed);
        }
    }

    /** Strictly: a byte that is none of the charset's would otherwise become another character in silence. */
    static String decode(byte[] body, @Nullable String charset) {
        try {
            Charset declared = charset == null ? StandardCharsets.UTF_8 : Charset.forName(charset);
            return declared.newDecoder().decode(ByteBuffer.wrap(body)).toString();
        } catch (IllegalArgumentException unknown) {
            throw refused("The body's charset is unknown; send UTF-8.", unknown);
        } catch (CharacterCodingException wrong) {
            throw refused("The body is not text in the charset it claims; send UTF-8.", wrong);
        }
    }

    private static ProblemException refused(String detail, Exception cause) {
        return new ProblemException(Problem.of(ProblemType.MALFORMED_JSON, detail), cause);
    }
}
