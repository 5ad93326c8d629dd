package org.solitude.web.http.json;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/**
 * Reads a body as text and makes of it what a resource takes.
 *
 * @param <T> the parameter's type in the resource
 */
abstract class JsonBodyReader<T> implements MessageBodyReader<T> {

    private final Class<T> form;

    JsonBodyReader(Class<T> form) {
        this.form = form;
    }

    /** Makes of the text what the resource takes. */
    abstract T parse(JsonText text);

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == form;
    }

    @Override
    public T readFrom(
            Class<T> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        String charset = mediaType.getParameters().get(MediaType.CHARSET_PARAMETER);
        return parse(JsonText.decode(body.readAllBytes(), charset));
    }
}
