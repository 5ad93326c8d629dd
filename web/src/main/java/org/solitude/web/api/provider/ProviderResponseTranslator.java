package org.solitude.web.api.provider;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.solitude.provider.Provider;
import org.solitude.provider.ProviderException;
import org.solitude.provider.ProviderResponse;
import org.solitude.web.http.problem.Problem;

/**
 * Translates responses of providers for clients: a success as it is, an error as a problem with the provider's message.
 */
final class ProviderResponseTranslator {

    private static final Logger LOG = System.getLogger(ProviderResponseTranslator.class.getName());

    private static final Map<String, String> FORWARDED_HEADERS = Map.of(
            "etag", HttpHeaders.ETAG,
            "location", HttpHeaders.LOCATION,
            "retry-after", HttpHeaders.RETRY_AFTER,
            "allow", HttpHeaders.ALLOW);

    private ProviderResponseTranslator() {}

    static Response of(Provider provider, ProviderResponse answer) {
        return of(provider, answer, problem -> problem);
    }

    /** Translates a response, and adds members to the problem where it is an error. */
    static Response of(Provider provider, ProviderResponse answer, UnaryOperator<Problem> more) {
        Response.ResponseBuilder response = answer.isSuccess()
                ? success(answer)
                : more.apply(problem(provider, answer)).asResponse();
        FORWARDED_HEADERS.forEach((name, ours) -> {
            if (answer.header(name) != null) {
                response.header(ours, answer.header(name));
            }
        });
        return response.build();
    }

    /** Makes the response where a provider did not answer. */
    static Response of(ProviderException failure, UnaryOperator<Problem> more) {
        LOG.log(Level.WARNING, "answered {0}: {1} ({2})", failure.status(), failure.getMessage(), failure.getCause());
        Response.ResponseBuilder response =
                more.apply(Problem.of(failure.status(), failure.getMessage())).asResponse();
        if (failure.retryAfter() != null) {
            response.header(
                    HttpHeaders.RETRY_AFTER, Math.max(1, failure.retryAfter().toSeconds()));
        }
        return response.build();
    }

    private static Response.ResponseBuilder success(ProviderResponse answer) {
        Response.ResponseBuilder response = Response.status(answer.status());
        return answer.body().isEmpty()
                ? response
                : response.type(MediaType.APPLICATION_JSON_TYPE).entity(answer.body());
    }

    /**
     * Makes a problem with the provider's message. What it says about the server's credentials is hidden from clients.
     */
    private static Problem problem(Provider provider, ProviderResponse answer) {
        int status = provider.mapStatus(answer.status());
        boolean isOurFault = status >= 500 && answer.status() < 500;
        String detail = isOurFault
                ? "The provider " + provider.name() + " does not take our requests."
                : answer.errorMessage()
                        .orElse("The provider " + provider.name() + " refused this and did not say why.");
        Problem problem =
                Problem.of(status, detail).with("provider", provider.name()).with("provider_status", answer.status());
        return isOurFault
                ? problem
                : answer.jsonObject()
                        .map(object -> object.get("errors"))
                        .map(errors -> problem.with("errors", errors))
                        .orElse(problem);
    }
}
