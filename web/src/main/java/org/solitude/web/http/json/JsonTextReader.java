package org.solitude.web.http.json;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;

/** Reads a body as {@link JsonText}, for a resource that forwards or verifies the exact text. */
@Provider
@Consumes({MediaType.APPLICATION_JSON, "application/*+json"})
public class JsonTextReader extends JsonBodyReader<JsonText> {

    public JsonTextReader() {
        super(JsonText.class);
    }

    @Override
    JsonText parse(JsonText text) {
        return text;
    }
}
