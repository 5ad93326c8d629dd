package org.solitude.web.http.json;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;

/** Reads a body as {@link JsonFields}; a body that is not one JSON object never reaches the resource. */
@Provider
@Consumes({MediaType.APPLICATION_JSON, "application/*+json"})
public class JsonFieldsReader extends JsonBodyReader<JsonFields> {

    public JsonFieldsReader() {
        super(JsonFields.class, JsonText::fields);
    }
}
