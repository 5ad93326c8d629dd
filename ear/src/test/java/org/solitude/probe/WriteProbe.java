package org.solitude.probe;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.solitude.buyer.Buyer;
import org.solitude.buyer.BuyerDraft;
import org.solitude.buyer.BuyerService;

/** Creates a buyer and then succeeds, fails or blocks, each in its own way. */
@RequestScoped
@Path("/probe/write/")
@Consumes("application/json")
@Produces("application/json")
public class WriteProbe {
    private static final BuyerDraft BLANK = BuyerDraft.BLANK;

    @Inject
    BuyerService buyers;

    @Resource
    TransactionSynchronizationRegistry transaction;

    @POST
    @Path("plain/")
    public Response plain(JsonObject body) {
        return created(create(body.getString("uuid")));
    }

    /** Blocks after the buyer is written and before it is committed. */
    @POST
    @Path("gate/{name}/")
    public Response blocked(@PathParam("name") String name, JsonObject body) throws InterruptedException {
        Buyer buyer = create(body.getString("uuid"));
        return BlockingProbe.awaitOpen(name)
                ? created(buyer)
                : Response.status(409).entity(document(buyer)).build();
    }

    /** Creates another buyer at each execution, because no unique key prevents it. */
    @POST
    @Path("unguarded/")
    public Response unguarded(JsonObject body) {
        return created(create(body.getString("uuid") + "#" + UUID.randomUUID()));
    }

    @POST
    @Path("throw/")
    public Response thrown(JsonObject body) {
        create(body.getString("uuid"));
        throw new IllegalStateException("after the buyer was written");
    }

    @POST
    @Path("checked/")
    public Response checked(JsonObject body) throws IOException {
        create(body.getString("uuid"));
        throw new IOException("after the buyer was written");
    }

    @POST
    @Path("mapped/")
    public Response mapped(JsonObject body) {
        create(body.getString("uuid"));
        throw new TeapotException("after the buyer was written");
    }

    @POST
    @Path("status/{status}/")
    public Response status(@PathParam("status") int status, JsonObject body) {
        Buyer buyer = create(body.getString("uuid"));
        return Response.status(status).entity(document(buyer)).build();
    }

    /** Sets another buyer's uuid past all checks, so that only the database detects the duplicate, at the flush. */
    @POST
    @Path("late/")
    public Response conflictOnFlush(JsonObject body) throws ReflectiveOperationException {
        Buyer buyer = create(body.getString("uuid"));
        Field uuid = Buyer.class.getDeclaredField("uuid");
        uuid.setAccessible(true);
        uuid.set(buyer, body.getString("taken"));
        return created(buyer);
    }

    /** Reports success in a transaction that is marked for rollback. */
    @POST
    @Path("given-up/")
    public Response rollbackOnly(JsonObject body) {
        Buyer buyer = create(body.getString("uuid"));
        transaction.setRollbackOnly();
        return created(buyer);
    }

    /** Creates a second buyer, which is refused, so that the first must be rolled back. */
    @POST
    @Path("half-way/")
    public Response secondRefused(JsonObject body) {
        create(body.getString("uuid"));
        return created(create(body.getString("taken")));
    }

    /** Fails while the response is written. */
    @POST
    @Path("stream/")
    public StreamingOutput brokenStream(JsonObject body) {
        create(body.getString("uuid"));
        return out -> {
            out.write("{\"uuid\": ".getBytes(StandardCharsets.UTF_8));
            throw new IOException("while the response was written");
        };
    }

    /** Returns one byte more than the maximum size of a stored response. */
    @POST
    @Path("huge/")
    public StreamingOutput tooLarge(JsonObject body) {
        create(body.getString("uuid"));
        return out -> {
            byte[] piece = new byte[1 << 20];
            for (int i = 0; i < 16; i++) {
                out.write(piece);
            }
            out.write(' ');
        };
    }

    private Buyer create(String uuid) {
        return buyers.create(new BuyerDraft(
                uuid,
                true,
                null,
                null,
                true,
                BLANK.pin(),
                BLANK.newPin(),
                BLANK.pinConfirmed(),
                BLANK.needsPinReset()));
    }

    private static Response created(Buyer buyer) {
        return Response.status(201).entity(document(buyer)).build();
    }

    private static JsonObject document(Buyer buyer) {
        return Json.createObjectBuilder().add("uuid", buyer.uuid()).build();
    }
}
