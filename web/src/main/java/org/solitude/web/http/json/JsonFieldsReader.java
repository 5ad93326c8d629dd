package org.solitude.web.http.json;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import org.solitude.web.http.ServerOrigin;

/** Reads a body as {@link JsonFields}; a body that is not one JSON object never reaches the resource. */
@Provider
@Consumes({MediaType.APPLICATION_JSON, "application/*+json"})
public class JsonFieldsReader extends JsonBodyReader<JsonFields> {

    @Context
    private UriInfo uri;

    public JsonFieldsReader() {
        super(JsonFields.class);
    }

    @Override
    JsonFields parse(JsonText text) {
        return text.fields(ServerOrigin.of(uri));
    }
}
