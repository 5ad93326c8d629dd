package org.solitude.provider;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sends HTTP requests to one provider. Redirects are not followed. Of the client's headers only preconditions are
 * forwarded.
 *
 * <p>The JDK's client, because it can be interrupted (a stopping server need not wait) and never repeats a POST by
 * itself. The blocking client of webhooks cannot be interrupted.
 */
final class ProviderHttpClient {

    private static final List<String> FORWARDED_HEADERS = List.of("etag", "location", "retry-after", "allow");
    private static final int MAX_HEADER_LENGTH = 2_000;
    private static final int NOT_MODIFIED = 304;

    private final Provider provider;
    private final HttpClient http;

    ProviderHttpClient(Provider provider) {
        this.provider = provider;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(provider.connectTimeout())
                .build();
    }

    ProviderResponse send(ProviderRequest request, @Nullable String key) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = exchange(httpRequest(request, key));
        int status = response.statusCode();
        if (status >= 300 && status < 400 && !isNotModified(status, request)) {
            throw ProviderException.unreadable(provider, "answered with a redirect, which is not followed", null);
        }
        return new ProviderResponse(status, headers(response), body(response));
    }

    /** The client wraps each exception in another. */
    private HttpResponse<byte[]> exchange(HttpRequest request) throws IOException, InterruptedException {
        try {
            return http.send(request, head -> new LimitedResponseBody(provider.responseSizeMax()));
        } catch (IOException e) {
            if (e.getCause() instanceof ResponseTooLargeException) {
                throw ProviderException.unreadable(
                        provider, "answered with more than " + provider.responseSizeMax() + " bytes", e);
            }
            throw e;
        }
    }

    private static boolean isNotModified(int status, ProviderRequest request) {
        return status == NOT_MODIFIED
                && request.isSafe()
                && !request.preconditions().isEmpty();
    }

    private HttpRequest httpRequest(ProviderRequest request, @Nullable String key) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(provider.uri(request))
                .timeout(provider.readTimeout())
                .header("Accept", "application/json")
                .header("User-Agent", "Solitude");
        String credentials = provider.credentials().value();
        if (credentials != null) {
            builder.header(provider.credentials().header(), credentials);
        }
        if (key != null) {
            builder.header("Idempotency-Key", key);
        }
        request.preconditions().forEach(builder::header);
        String body = request.body();
        if (body == null) {
            return builder.method(request.method(), HttpRequest.BodyPublishers.noBody())
                    .build();
        }
        return builder.header("Content-Type", "application/json")
                .method(request.method(), HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private static Map<String, String> headers(HttpResponse<byte[]> response) {
        Map<String, String> headers = new HashMap<>();
        for (String name : FORWARDED_HEADERS) {
            response.headers()
                    .firstValue(name)
                    .filter(value -> value.length() <= MAX_HEADER_LENGTH)
                    .ifPresent(value -> headers.put(name, value));
        }
        return headers;
    }

    private String body(HttpResponse<byte[]> response) {
        String type = response.headers().firstValue("content-type").orElse("").toLowerCase(Locale.ROOT);
        boolean json = type.matches("application/(?:[a-z0-9.+-]+\\+)?json(?:\\s*;.*)?");
        if (json || response.body().length == 0) {
            return text(response.body());
        }
        if (response.statusCode() >= 400) {
            return "";
        }
        throw ProviderException.unreadable(provider, "answered with a body that is not JSON", null);
    }

    private String text(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw ProviderException.unreadable(provider, "answered with a body that is not UTF-8", e);
        }
    }
}
