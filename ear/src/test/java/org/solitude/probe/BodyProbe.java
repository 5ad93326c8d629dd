package org.solitude.probe;

import jakarta.enterprise.context.RequestScoped;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Returns every kind of response body. */
@RequestScoped
@Path("/probe/body/")
public class BodyProbe {
    private static final String TEXT = "Grüße aus Köln: 5 €, «ça va»";

    @POST
    @Path("json/")
    @Produces("application/json")
    public JsonObject json() {
        return Json.createObjectBuilder()
                .add("text", TEXT)
                .add("amount", "12.50")
                .addNull("nothing")
                .add("list", Json.createArrayBuilder().add(1).add(true))
                .build();
    }

    /** Returns bytes of every value, which are no valid UTF-8. */
    @POST
    @Path("binary/")
    @Produces("application/octet-stream")
    public byte[] binary() {
        return random(256 * 64);
    }

    /** Returns bytes without a media type. */
    @POST
    @Path("untyped/")
    public Response untyped() {
        return Response.ok(random(100)).build();
    }

    @POST
    @Path("empty/")
    public Response empty() {
        return Response.ok().build();
    }

    @POST
    @Path("empty-text/")
    @Produces("text/plain")
    public String emptyText() {
        return "";
    }

    @POST
    @Path("nothing/")
    public void nothing() {
        // the response is a 204
    }

    @POST
    @Path("text/")
    @Produces("text/plain;charset=UTF-8")
    public String text() {
        return TEXT;
    }

    @POST
    @Path("latin/")
    public Response latin() {
        return Response.ok(
                        TEXT.replace('€', 'E').getBytes(StandardCharsets.ISO_8859_1), "text/plain;charset=ISO-8859-1")
                .build();
    }

    /** Leaves the encoding to the message body writer. */
    @POST
    @Path("latin-encoded/")
    @Produces("text/plain;charset=ISO-8859-1")
    public String latinEncoded() {
        return TEXT.replace('€', 'E');
    }

    @POST
    @Path("utf16/")
    public Response utf16() {
        return Response.ok(TEXT.getBytes(StandardCharsets.UTF_16), "text/plain;charset=UTF-16")
                .build();
    }

    @POST
    @Path("streamed/")
    @Produces("text/csv")
    public StreamingOutput streamed() {
        return out -> {
            for (int line = 0; line < 2_000; line++) {
                out.write((line + ";" + TEXT + "\n").getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
        };
    }

    @POST
    @Path("staged/")
    @Produces("text/plain")
    public CompletionStage<String> staged() {
        return CompletableFuture.supplyAsync(() -> "later");
    }

    @POST
    @Path("staged-response/")
    public CompletionStage<Response> stagedResponse() {
        return CompletableFuture.completedFuture(Response.status(201)
                .header("X-Staged", "yes")
                .entity("now")
                .type("text/plain")
                .build());
    }

    @POST
    @Path("staged-failure/")
    public CompletionStage<String> stagedFailure() {
        return CompletableFuture.failedFuture(new TeapotException("brewing later"));
    }

    /** Returns a body of this size in KiB. */
    @POST
    @Path("large/{size}/")
    @Produces("application/octet-stream")
    public byte[] large(@PathParam("size") int size) {
        return random(size * 1024);
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
