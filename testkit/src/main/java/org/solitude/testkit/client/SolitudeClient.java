package org.solitude.testkit.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * An HTTP client of a Solitude server. Immutable: {@link #with} returns another client that sends one more header, so
 * that a test states only what is special about its request.
 */
public final class SolitudeClient {
    private static final HttpClient SHARED = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private final URI base;
    private final HttpClient http;
    private final Map<String, String> headers;
    private final Consumer<Exchange> recorder;

    private SolitudeClient(URI base, HttpClient http, Map<String, String> headers, Consumer<Exchange> recorder) {
        this.base = base;
        this.http = http;
        this.headers = headers;
        this.recorder = recorder;
    }

    public static SolitudeClient at(URI base) {
        return new SolitudeClient(base, SHARED, Map.of(), exchange -> {});
    }

    /** Returns a client that passes each exchange to the recorder. */
    public SolitudeClient recordedBy(Consumer<Exchange> newRecorder) {
        return new SolitudeClient(base, http, headers, newRecorder);
    }

    /** Returns a client that sends this header with every request; replaces an earlier value. */
    public SolitudeClient with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new SolitudeClient(base, http, Map.copyOf(more), recorder);
    }

    /** Returns a client that does not send this header. */
    public SolitudeClient without(String header) {
        Map<String, String> fewer = new LinkedHashMap<>(headers);
        fewer.remove(header);
        return new SolitudeClient(base, http, Map.copyOf(fewer), recorder);
    }

    /** Returns a client that authenticates with HTTP Basic. */
    public SolitudeClient as(String client, String secret) {
        byte[] pair = (client + ':' + secret).getBytes(StandardCharsets.UTF_8);
        return with("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
    }

    /** Returns a client whose writes are asynchronous. */
    public AsyncClient asynchronously() {
        return new AsyncClient(this);
    }

    public ApiResponse get(String path) {
        return send("GET", path, RequestBody.NONE);
    }

    public ApiResponse post(String path, String json) {
        return send("POST", path, RequestBody.json(json));
    }

    public ApiResponse put(String path, String json) {
        return send("PUT", path, RequestBody.json(json));
    }

    public ApiResponse patch(String path, String json) {
        return send("PATCH", path, RequestBody.json(json));
    }

    public ApiResponse delete(String path) {
        return send("DELETE", path, RequestBody.NONE);
    }

    /**
     * Sends any request and waits for the response.
     *
     * @throws UncheckedIOException if there is no response
     */
    public ApiResponse send(String method, String path, RequestBody body) {
        try {
            ApiResponse response = ApiResponse.of(http.send(request(method, path, body), BodyHandlers.ofByteArray()));
            recorder.accept(new Exchange(method, path, response.status()));
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + method + " " + path, e);
        }
    }

    /** Sends any request without waiting for the response. */
    public CompletableFuture<ApiResponse> start(String method, String path, RequestBody body) {
        return http.sendAsync(request(method, path, body), BodyHandlers.ofByteArray())
                .thenApply(ApiResponse::of)
                .whenComplete((response, failure) -> {
                    if (response != null) {
                        recorder.accept(new Exchange(method, path, response.status()));
                    }
                });
    }

    public URI base() {
        return base;
    }

    private HttpRequest request(String method, String path, RequestBody body) {
        var request = HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofMinutes(2));
        headers.forEach(request::header);
        body.type().ifPresent(type -> request.setHeader("Content-Type", type));
        return request.method(
                        method,
                        body.type().isEmpty() && body.bytes().length == 0
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofByteArray(body.bytes()))
                .build();
    }
}
