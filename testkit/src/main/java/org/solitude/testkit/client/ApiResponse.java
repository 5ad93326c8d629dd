package org.solitude.testkit.client;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** A response of the server, unchanged. The body is bytes, because a replay must be identical byte by byte. */
public record ApiResponse(int status, HttpHeaders headers, byte[] body) {
    private static final int MAXIMUM_SHOWN = 800;

    static ApiResponse of(HttpResponse<byte[]> response) {
        return new ApiResponse(response.statusCode(), response.headers(), response.body());
    }

    /** Returns the header's first value. */
    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /** Returns all values of the header, in the order sent. */
    public List<String> every(String name) {
        return headers.allValues(name);
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    public JsonObject json() {
        try (var reader = Json.createReader(new StringReader(text()))) {
            return reader.readObject();
        }
    }

    /** Returns whether this is the response of a task that has run. */
    public boolean isFinal() {
        return header("Solitude-Async").equals(Optional.of("yes"));
    }

    /** Returns whether the polled task has not run yet. */
    public boolean isNotRunYet() {
        return status == 404 && header("Solitude-Async").equals(Optional.of("no"));
    }

    @Override
    public String toString() {
        String shown = text().replaceAll("\\p{Cntrl}", "·");
        return status + " " + headers.map() + "\n"
                + (shown.length() > MAXIMUM_SHOWN ? shown.substring(0, MAXIMUM_SHOWN) + "…" : shown);
    }
}
