package org.solitude.probe;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/**
 * Calls an external server over real HTTP and waits for its response without a timeout, like a slow payment provider.
 */
@RequestScoped
@Path("/probe/provider/")
public class ProviderProbe {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @POST
    public Response call(@QueryParam("at") URI provider) throws IOException, InterruptedException {
        var response = CLIENT.send(HttpRequest.newBuilder(provider).build(), BodyHandlers.ofString());
        return Response.status(response.statusCode())
                .entity(response.body())
                .type("text/plain")
                .build();
    }
}
