package org.solitude.web.api.provider;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.StringReader;
import java.time.Clock;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.solitude.payment.PaymentSettings;
import org.solitude.payment.ProviderEventHandler;
import org.solitude.provider.Provider;
import org.solitude.provider.ProviderEventSignature;
import org.solitude.validation.RecordNotFoundException;
import org.solitude.web.http.json.JsonText;
import org.solitude.web.http.problem.Problem;
import org.solitude.web.http.problem.ProblemException;
import org.solitude.web.http.problem.ProblemType;

/**
 * Receives signed events of providers (Standard Webhooks) about payments. Providers call
 * {@code /provider/{name}/notify/}; undertow-handlers.conf maps that to this path, because web.xml can open a path to
 * callers without a login only by its prefix. The signature is verified instead of a login.
 */
@Tag(name = "Providers")
@Path("/notices/{name}")
@RequestScoped
@PermitAll
@ProviderEventEndpoint
public class ProviderEventResource {

    @Inject
    private EventSenders senders;

    @Inject
    private ProviderEventHandler events;

    @Inject
    private PaymentSettings settings;

    @Inject
    private Clock clock;

    @POST
    @Operation(
            operationId = "NoticeResource_hear",
            summary = "Hears a provider's signed notice (Standard Webhooks); to providers it is"
                    + " /provider/{name}/notify/.",
            extensions = @Extension(name = "x-public", value = "true"))
    @APIResponse(responseCode = "204", description = "Heard.")
    @APIResponse(responseCode = "400", ref = "Malformed")
    @APIResponse(responseCode = "403", ref = "Forbidden")
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "408", ref = "TooSlow")
    @APIResponse(responseCode = "413", ref = "TooLarge")
    @APIResponse(responseCode = "422", ref = "InvalidFields")
    @APIResponse(responseCode = "429", ref = "TooMany")
    @APIResponse(responseCode = "503", ref = "Unavailable")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response receive(
            @PathParam("name") String name,
            @HeaderParam("webhook-id") @Nullable String id,
            @HeaderParam("webhook-timestamp") @Nullable String timestamp,
            @HeaderParam("webhook-signature") @Nullable String signatures,
            @RequestBody(content = @Content(schema = @Schema(type = SchemaType.OBJECT))) JsonText body) {
        Provider provider = senders.find(name).orElseThrow(() -> new RecordNotFoundException(EventSenders.UNKNOWN));
        ProviderEventSignature signature = new ProviderEventSignature(text(id), text(timestamp), text(signatures));
        if (!signature.isWellFormed()) {
            throw new ProblemException(Problem.of(
                    400,
                    "Send webhook-id, webhook-timestamp (seconds) and webhook-signature, as Standard Webhooks"
                            + " has it."));
        }
        if (!signature.isValid(provider, body.text(), clock.instant(), settings.eventTolerance())) {
            throw new ProblemException(Problem.of(
                    403,
                    "The notice is not signed with the provider's secret, or its timestamp is too old or too new."));
        }
        events.handle(provider, signature.id(), object(body));
        return Response.noContent().build();
    }

    private static JsonObject object(JsonText body) {
        try (JsonReader reader = Json.createReader(new StringReader(body.text()))) {
            return reader.readObject();
        } catch (JsonException malformed) {
            throw new ProblemException(
                    Problem.of(ProblemType.MALFORMED_JSON, "Send one JSON object (RFC 8259)."), malformed);
        }
    }

    private static String text(@Nullable String header) {
        return Objects.requireNonNullElse(header, "");
    }
}
