package org.solitude.probe;

import jakarta.enterprise.context.RequestScoped;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Returns everything a resource can learn about its request, to compare a replayed request with the original. */
@RequestScoped
@Path("/probe/request/{rest: .*}")
public class RequestProbe {
    @Context
    HttpHeaders headers;

    @Context
    UriInfo uri;

    @Context
    Request request;

    @POST
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    public JsonObject describe(byte[] body) {
        return Json.createObjectBuilder()
                .add("method", request.getMethod())
                .add("uri", uri.getRequestUri().toString())
                .add("base", uri.getBaseUri().toString())
                .add("path", uri.getPath(false))
                .add("variables", toJson(uri.getPathParameters()))
                .add("query", toJson(uri.getQueryParameters()))
                .add("headers", toJson(headers.getRequestHeaders()))
                .add("languages", headers.getAcceptableLanguages().toString())
                .add("length", body.length)
                .build();
    }

    private static JsonObjectBuilder toJson(Map<String, List<String>> values) {
        Map<String, List<String>> sorted = new TreeMap<>();
        values.forEach((name, all) -> sorted.put(name.toLowerCase(Locale.ROOT), all));
        JsonObjectBuilder result = Json.createObjectBuilder();
        sorted.forEach((name, all) -> {
            JsonArrayBuilder array = Json.createArrayBuilder();
            all.forEach(array::add);
            result.add(name, array);
        });
        return result;
    }
}
