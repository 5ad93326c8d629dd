package org.solitude.web.api.provider;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.solitude.caller.Role;
import org.solitude.provider.Provider;
import org.solitude.provider.ProviderGateway;
import org.solitude.provider.ProviderRegistry;
import org.solitude.provider.ProviderRequest;
import org.solitude.provider.ProviderResponse;
import org.solitude.proxy.ProxySettings;
import org.solitude.validation.RecordNotFoundException;
import org.solitude.web.http.ServerOrigin;
import org.solitude.web.http.json.JsonText;
import org.solitude.web.http.json.MergePatch;
import org.solitude.web.http.problem.FailureProblem;
import org.solitude.web.http.problem.Problem;
import org.solitude.web.http.problem.ProblemException;
import org.solitude.web.http.problem.ProblemType;

/**
 * Forwards requests to the resources of payment providers: {@code /provider/{name}/…}. A POST to {@code transactions/}
 * is a payment, one to {@code transactions/UUID/refunds/} a refund; both create a transaction here as well.
 */
@Tag(name = "Providers")
@Path("/provider/{name}/{path: .+}")
@RequestScoped
@RolesAllowed({Role.CLIENT, Role.PAYER, Role.OPERATOR})
@Produces(MediaType.APPLICATION_JSON)
@ProviderEndpoint
public class ProviderResource {

    @Inject
    private ProviderRegistry providers;

    @Inject
    private ProviderGateway gateway;

    @Inject
    private PaymentResponder paymentResponder;

    @Inject
    private ProxySettings proxy;

    @Context
    private UriInfo uri;

    @Context
    private HttpHeaders headers;

    @GET
    @RolesAllowed({Role.READER, Role.CLIENT, Role.PAYER, Role.OPERATOR})
    @Operation(summary = "Asks a payment provider, whose answer is mapped to ours.")
    @APIResponse(responseCode = "default", ref = "OfTheProvider")
    public Response get() {
        return forward("GET", null);
    }

    @POST
    @Operation(summary = "Sends to a payment provider, whose answer is mapped to ours.")
    @APIResponse(responseCode = "default", ref = "OfTheProvider")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response post(@RequestBody(content = @Content(schema = @Schema(type = SchemaType.OBJECT))) JsonText body) {
        ProviderPathParameters path = ProviderPathParameters.of(uri);
        if (proxy.isProxy()) {
            return forward("POST", body);
        }
        if (path.isPayment()) {
            return paymentResponder.pay(provider(path), body.fields(ServerOrigin.of(uri)));
        }
        Optional<String> refunded = path.refundedPayment();
        return refunded.isPresent()
                ? paymentResponder.refund(provider(path), refunded.get(), body.fields(ServerOrigin.of(uri)))
                : forward("POST", body);
    }

    @PUT
    @Operation(summary = "Sends to a payment provider, whose answer is mapped to ours.")
    @APIResponse(responseCode = "default", ref = "OfTheProvider")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response put(@RequestBody(content = @Content(schema = @Schema(type = SchemaType.OBJECT))) JsonText body) {
        return forward("PUT", body);
    }

    @PATCH
    @Operation(summary = "Sends to a payment provider, whose answer is mapped to ours.")
    @APIResponse(responseCode = "default", ref = "OfTheProvider")
    @Consumes({MediaType.APPLICATION_JSON, MergePatch.MEDIA_TYPE})
    public Response patch(@RequestBody(content = @Content(schema = @Schema(type = SchemaType.OBJECT))) JsonText body) {
        return forward("PATCH", body);
    }

    private Response forward(String method, @Nullable JsonText body) {
        ProviderPathParameters path = ProviderPathParameters.of(uri);
        Provider provider = providers
                .find(path.name())
                .orElseThrow(() -> new RecordNotFoundException("There is no such provider."));
        ProviderRequest request = new ProviderRequest(
                method,
                path.below(),
                uri.getRequestUri().getRawQuery(),
                body == null ? null : object(body),
                PreconditionHeaders.of(headers));
        try {
            ProviderResponse answer = gateway.send(provider, request);
            boolean uncertain = !method.equals(HttpMethod.GET) && !answer.isDefinite();
            return ProviderResponseTranslator.of(
                    provider,
                    answer,
                    problem -> uncertain
                            ? FailureProblem.uncertain(
                                    problem, uri.getRequestUri().getRawPath())
                            : problem);
        } catch (JsonException malformed) {
            throw noObject(malformed);
        }
    }

    private Provider provider(ProviderPathParameters path) {
        return providers.find(path.name()).orElseThrow(() -> new RecordNotFoundException("There is no such provider."));
    }

    private static String object(JsonText body) {
        if (!body.text().stripLeading().startsWith("{")) {
            throw noObject(null);
        }
        return body.text();
    }

    private static ProblemException noObject(@Nullable Exception cause) {
        return new ProblemException(Problem.of(ProblemType.MALFORMED_JSON, "Send one JSON object (RFC 8259)."), cause);
    }
}
