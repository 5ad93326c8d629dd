package org.solitude.testkit.provider;

import com.sun.net.httpserver.HttpExchange;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A parsed request to the provider.
 *
 * @param path the segments of the path, without empty ones
 * @param key the {@code Idempotency-Key}, without quotes
 * @param text the body
 */
record ProviderCall(String method, List<String> path, Map<String, String> query, Optional<String> key, String text) {

    static ProviderCall of(HttpExchange exchange) throws IOException {
        var uri = exchange.getRequestURI();
        return new ProviderCall(
                exchange.getRequestMethod(),
                Arrays.stream(uri.getPath().split("/"))
                        .filter(each -> !each.isEmpty())
                        .toList(),
                query(Optional.ofNullable(uri.getRawQuery()).orElse("")),
                Optional.ofNullable(exchange.getRequestHeaders().getFirst("Idempotency-Key"))
                        .map(value -> value.replaceAll("^\"|\"$", "")),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    }

    private static Map<String, String> query(String raw) {
        Map<String, String> query = new TreeMap<>();
        Arrays.stream(raw.split("&"))
                .filter(each -> !each.isEmpty())
                .map(each -> each.split("=", 2))
                .forEach(pair -> query.put(decoded(pair[0]), pair.length > 1 ? decoded(pair[1]) : ""));
        return query;
    }

    private static String decoded(String raw) {
        return URLDecoder.decode(raw, StandardCharsets.UTF_8);
    }

    boolean isWrite() {
        return !method.equals("GET");
    }

    /** Returns the first segment of the path; empty for the root. */
    String collection() {
        return path.isEmpty() ? "" : path.get(0);
    }

    /** Returns the call below a record, as {@code refunds/} of {@code transactions/7/refunds/}; empty for others. */
    Optional<ProviderCall> belowRecord(String collection) {
        return path.size() > 2 && path.get(2).equals(collection) && path.get(1).matches("[0-9]{1,9}")
                ? Optional.of(new ProviderCall(method, path.subList(2, path.size()), query, key, text))
                : Optional.empty();
    }

    /** Returns the number of the record in the second segment of the path; refuses other paths with 404. */
    Optional<Integer> record() {
        if (path.size() < 2) {
            return Optional.empty();
        }
        if (path.size() > 2 || !path.get(1).matches("[0-9]{1,9}")) {
            throw new RefusedException(404, "there is no such resource");
        }
        return Optional.of(Integer.valueOf(path.get(1)));
    }

    JsonObject document() {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        } catch (JsonException e) {
            throw new RefusedException(400, "the body is not a JSON object");
        }
    }

    /** Returns what must be equal in two requests with one key. */
    String fingerprint() {
        return method + ' ' + path + ' ' + text;
    }
}
