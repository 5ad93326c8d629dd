package org.solitude.web.provider;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.solitude.provider.Provider;
import org.solitude.provider.ProviderAnswer;
import org.solitude.web.problem.Problem;

/** What a provider said, as our client hears it: a success as it is, an error as a problem with the provider's words. */
final class ProviderResponse {

    private static final List<String> WORDS = List.of("detail", "message", "error_message", "reason", "error", "title");
    private static final int LONGEST = 500;
    private static final Map<String, String> PASSED_ON = Map.of(
            "etag", HttpHeaders.ETAG,
            "location", HttpHeaders.LOCATION,
            "retry-after", HttpHeaders.RETRY_AFTER,
            "allow", HttpHeaders.ALLOW);

    private ProviderResponse() {}

    static Response of(Provider provider, ProviderAnswer answer) {
        Response.ResponseBuilder response = answer.isSuccess() ? success(answer) : problem(provider, answer);
        PASSED_ON.forEach((name, ours) -> {
            if (answer.header(name) != null) {
                response.header(ours, answer.header(name));
            }
        });
        return response.build();
    }

    private static Response.ResponseBuilder success(ProviderAnswer answer) {
        Response.ResponseBuilder response = Response.status(answer.status());
        return answer.body().isEmpty()
                ? response
                : response.type(MediaType.APPLICATION_JSON_TYPE).entity(answer.body());
    }

    private static Response.ResponseBuilder problem(Provider provider, ProviderAnswer answer) {
        int status = provider.mapped(answer.status());
        boolean aboutUs = status >= 500 && answer.status() < 500;
        JsonObject said = said(answer);
        Problem problem = Problem.of(
                        status,
                        aboutUs
                                ? "The provider " + provider.name() + " does not take our requests."
                                : message(provider, said))
                .with("provider", provider.name())
                .with("provider_status", answer.status());
        JsonValue errors = said.get("errors");
        return (errors == null || aboutUs ? problem : problem.with("errors", errors)).asResponse();
    }

    private static String message(Provider provider, JsonObject said) {
        return WORDS.stream()
                .map(said::get)
                .flatMap(ProviderResponse::text)
                .findFirst()
                .orElse("The provider " + provider.name() + " refused this and did not say why.");
    }

    private static Stream<String> text(@Nullable JsonValue value) {
        if (value instanceof JsonString string && !string.getString().isBlank()) {
            String plain = string.getString().replaceAll("\\p{Cntrl}", " ").strip();
            return Stream.of(plain.length() > LONGEST ? plain.substring(0, LONGEST) + "…" : plain);
        }
        return value instanceof JsonObject nested
                ? WORDS.stream()
                        .map(nested::get)
                        .filter(Objects::nonNull)
                        .filter(JsonString.class::isInstance)
                        .flatMap(ProviderResponse::text)
                : Stream.empty();
    }

    private static JsonObject said(ProviderAnswer answer) {
        if (!answer.body().startsWith("{")) {
            return JsonValue.EMPTY_JSON_OBJECT;
        }
        try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
            return reader.readObject();
        }
    }
}
