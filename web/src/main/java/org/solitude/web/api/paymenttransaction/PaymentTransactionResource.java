package org.solitude.web.api.paymenttransaction;

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
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.solitude.caller.Role;
import org.solitude.paymenttransaction.PaymentTransaction;
import org.solitude.paymenttransaction.PaymentTransactionService;
import org.solitude.paymenttransaction.TransactionLogEntry;
import org.solitude.paymenttransaction.TransactionStatus;
import org.solitude.persistence.paging.Page;
import org.solitude.web.api.RecordResponses;
import org.solitude.web.api.ResourceUris;
import org.solitude.web.http.ServerOrigin;
import org.solitude.web.http.json.JsonFields;
import org.solitude.web.http.json.MergePatch;
import org.solitude.web.http.listing.ListDocument;
import org.solitude.web.http.listing.ListQuery;

/** Transactions: {@code /generic/transaction/}. */
@Tag(name = "Transactions")
@Path("/generic/transaction")
@RequestScoped
@RolesAllowed({Role.CLIENT, Role.OPERATOR})
@Produces(MediaType.APPLICATION_JSON)
public class PaymentTransactionResource {

    @Inject
    private PaymentTransactionService paymentTransactions;

    @Inject
    private RecordResponses responses;

    @Context
    private UriInfo uri;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "TransactionResource_create", summary = "Creates a transaction.")
    @APIResponseSchema(value = TransactionDocument.class, responseCode = "201", responseDescription = "Created.")
    public Response create(
            @RequestBody(content = @Content(schema = @Schema(ref = "TransactionFields"))) JsonFields fields) {
        return responses.created(documentOf(paymentTransactions.create(PaymentTransactionForm.read(fields))));
    }

    @GET
    @RolesAllowed({Role.READER, Role.CLIENT, Role.PAYER, Role.OPERATOR})
    @Operation(operationId = "TransactionResource_list", summary = "Lists transactions, newest first.")
    @Parameter(ref = "Limit")
    @Parameter(name = "uuid", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "provider", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "seller", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "status", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.INTEGER))
    public ListDocument<TransactionDocument> list() {
        ListQuery query = new ListQuery(
                uri.getQueryParameters(),
                ResourceUris.TRANSACTION.path(),
                List.of("uuid", "provider", "seller", "status"));
        Page<PaymentTransaction> page = paymentTransactions.list(
                query.text("uuid"),
                query.text("provider"),
                query.value("seller", "a seller's URI or key", ResourceUris.SELLER.keyOrUri(ServerOrigin.of(uri))),
                query.value("status", "the number of a status", PaymentTransactionResource::status),
                query.pageRequest());
        Map<Long, List<PaymentTransaction>> relations =
                paymentTransactions
                        .relatedTo(page.objects().stream()
                                .map(PaymentTransaction::id)
                                .toList())
                        .stream()
                        .collect(groupingBy(relation -> Objects.requireNonNull(relation.related())));
        return query.document(
                page,
                PaymentTransaction::id,
                transaction ->
                        TransactionDocument.of(transaction, relations.getOrDefault(transaction.id(), List.of())));
    }

    @GET
    @RolesAllowed({Role.READER, Role.CLIENT, Role.PAYER, Role.OPERATOR})
    @Path(ResourceUris.ONE)
    @Operation(operationId = "TransactionResource_get", summary = "Shows a transaction.")
    @APIResponseSchema(value = TransactionDocument.class, responseCode = "200", responseDescription = "As it is now.")
    public Response get(@PathParam("pk") long pk) {
        return responses.read(documentOf(paymentTransactions.get(pk)));
    }

    @PATCH
    @Path(ResourceUris.ONE)
    @Consumes({MediaType.APPLICATION_JSON, MergePatch.MEDIA_TYPE})
    @Operation(operationId = "TransactionResource_update", summary = "Changes a transaction.")
    @APIResponseSchema(value = TransactionDocument.class, responseCode = "200", responseDescription = "As it is now.")
    @APIResponse(responseCode = "204", ref = "NotShown")
    @APIResponse(responseCode = "409", ref = "PaymentFrozen")
    @APIResponse(responseCode = "412", ref = "Stale")
    public Response update(
            @PathParam("pk") long pk,
            @RequestBody(content = @Content(schema = @Schema(ref = "TransactionChange"))) JsonFields fields) {
        return responses.changed(documentOf(paymentTransactions.change(pk, transaction -> {
            TransactionDocument document = documentOf(transaction);
            responses.requireMatch(document);
            return PaymentTransactionForm.readChange(
                    fields.over(document), transaction.changeable(), paymentTransactions.changeRulesOf(transaction));
        })));
    }

    @GET
    @RolesAllowed({Role.READER, Role.CLIENT, Role.PAYER, Role.OPERATOR})
    @Path(ResourceUris.ONE + "/log")
    @Operation(operationId = "TransactionResource_log", summary = "Lists what was changed, newest first.")
    @Parameter(ref = "Limit")
    public ListDocument<LogDocument> log(@PathParam("pk") long pk) {
        ListQuery query = new ListQuery(uri.getQueryParameters(), ResourceUris.TRANSACTION.of(pk) + "log/", List.of());
        return query.document(
                paymentTransactions.log(pk, query.pageRequest()), TransactionLogEntry::id, LogDocument::of);
    }

    private TransactionDocument documentOf(PaymentTransaction transaction) {
        return TransactionDocument.of(transaction, paymentTransactions.relatedTo(List.of(transaction.id())));
    }

    private static TransactionStatus status(String code) {
        return TransactionStatus.of(Integer.parseInt(code)).orElseThrow(IllegalArgumentException::new);
    }
}
