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
 * The server as a client sees it. Immutable: {@link #with} gives another client that sends one header more, so a test can
 * say what is special about its request and nothing else.
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

    private SolitudeClient(URI base, HttpClient http, Map<String, String> headers, Consumer<Exchange> witness) {
        this.base = base;
        this.http = http;
        this.headers = headers;
        this.recorder = witness;
    }

    public static SolitudeClient at(URI base) {
        return new SolitudeClient(base, SHARED, Map.of(), exchange -> {});
    }

    /** The same server, with somebody who is told of each answer. */
    public SolitudeClient recordedBy(Consumer<Exchange> newWitness) {
        return new SolitudeClient(base, http, headers, newWitness);
    }

    /** The same server, with this header on every request; a later value replaces an earlier one. */
    public SolitudeClient with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new SolitudeClient(base, http, Map.copyOf(more), recorder);
    }

    /** The same server, without this header. */
    public SolitudeClient without(String header) {
        Map<String, String> fewer = new LinkedHashMap<>(headers);
        fewer.remove(header);
        return new SolitudeClient(base, http, Map.copyOf(fewer), recorder);
    }

    /** The same server, as this client of it (HTTP Basic). */
    public SolitudeClient as(String client, String secret) {
        byte[] pair = (client + ':' + secret).getBytes(StandardCharsets.UTF_8);
        return with("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
    }

    /** Writes through this are accepted, not answered. */
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

    /** Any request at all. */
    public ApiResponse send(String method, String path, RequestBody body) {
        try {
            ApiResponse answer = ApiResponse.of(http.send(request(method, path, body), BodyHandlers.ofByteArray()));
            recorder.accept(new Exchange(method, path, answer.status()));
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + method + " " + path, e);
        }
    }

    /** Any request, without waiting for its answer. */
    public CompletableFuture<ApiResponse> start(String method, String path, RequestBody body) {
        return http.sendAsync(request(method, path, body), BodyHandlers.ofByteArray())
                .thenApply(ApiResponse::of)
                .whenComplete((answer, failure) -> {
                    if (answer != null) {
                        recorder.accept(new Exchange(method, path, answer.status()));
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
