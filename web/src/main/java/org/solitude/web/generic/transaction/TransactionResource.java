package org.solitude.web.generic.transaction;

import static java.util.stream.Collectors.groupingBy;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.solitude.caller.Role;
import org.solitude.generic.transaction.LogEntry;
import org.solitude.generic.transaction.PaymentLedger;
import org.solitude.generic.transaction.Transaction;
import org.solitude.generic.transaction.TransactionStatus;
import org.solitude.listing.Page;
import org.solitude.web.generic.Conditions;
import org.solitude.web.generic.Uris;
import org.solitude.web.json.JsonFields;
import org.solitude.web.listing.ListDocument;
import org.solitude.web.listing.ListQuery;

/** Transactions: {@code /generic/transaction/}. */
@Path("/generic/transaction")
@RequestScoped
@RolesAllowed({Role.CLIENT, Role.OPERATOR})
@Produces(MediaType.APPLICATION_JSON)
public class TransactionResource {

    @Inject
    private PaymentLedger ledger;

    @Context
    private UriInfo uri;

    @Context
    private Request request;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(JsonFields fields) {
        TransactionDocument document = documentOf(ledger.create(TransactionForm.read(fields)));
        return Response.created(
                        uri.getBaseUriBuilder().path(document.resourceUri()).build())
                .tag(document.tag())
                .entity(document)
                .build();
    }

    @GET
    public ListDocument<TransactionDocument> list() {
        ListQuery query = new ListQuery(
                uri.getQueryParameters(), Uris.TRANSACTION.path(), List.of("uuid", "provider", "seller", "status"));
        Page<Transaction> page = ledger.list(
                query.text("uuid"),
                query.text("provider"),
                query.value("seller", "a seller's URI or key", Uris.SELLER::keyOrUri),
                query.value("status", "the number of a status", TransactionResource::status),
                query.asSlice());
        Map<Long, List<Transaction>> relations =
                ledger.relatedTo(page.objects().stream().map(Transaction::id).toList()).stream()
                        .collect(groupingBy(relation -> Objects.requireNonNull(relation.related())));
        return query.answer(
                page,
                Transaction::id,
                transaction ->
                        TransactionDocument.of(transaction, relations.getOrDefault(transaction.id(), List.of())));
    }

    @GET
    @Path(Uris.ONE)
    public Response get(@PathParam("pk") long pk) {
        TransactionDocument document = documentOf(ledger.get(pk));
        return Conditions.answer(request, document.tag(), document);
    }

    @PATCH
    @Path(Uris.ONE)
    @Consumes(MediaType.APPLICATION_JSON)
    public Response update(@PathParam("pk") long pk, JsonFields fields) {
        TransactionDocument document = documentOf(ledger.change(pk, transaction -> {
            Conditions.requireMatch(request, documentOf(transaction).tag());
            return TransactionForm.readChange(fields, transaction.changeable());
        }));
        return Response.ok(document).tag(document.tag()).build();
    }

    @GET
    @Path(Uris.ONE + "/log")
    public ListDocument<LogDocument> log(@PathParam("pk") long pk) {
        ListQuery query = new ListQuery(uri.getQueryParameters(), Uris.TRANSACTION.of(pk) + "log/", List.of());
        return query.answer(ledger.log(pk, query.asSlice()), LogEntry::id, LogDocument::of);
    }

    private TransactionDocument documentOf(Transaction transaction) {
        return TransactionDocument.of(transaction, ledger.relatedTo(List.of(transaction.id())));
    }

    private static TransactionStatus status(String code) {
        return TransactionStatus.of(Integer.parseInt(code)).orElseThrow(IllegalArgumentException::new);
    }
}
