package org.solitude.web.http.json;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Gives resources the body as {@link JsonText}, for what is passed on or signed as it is. */
@Provider
@Consumes({MediaType.APPLICATION_JSON, "application/*+json"})
public class JsonTextReader implements MessageBodyReader<JsonText> {

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == JsonText.class;
    }

    @Override
    public JsonText readFrom(
            Class<JsonText> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        return new JsonText(JsonFieldsReader.decode(
                body.readAllBytes(), mediaType.getParameters().get(MediaType.CHARSET_PARAMETER)));
    }
}
