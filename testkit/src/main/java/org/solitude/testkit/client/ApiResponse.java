package org.solitude.testkit.client;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** What the server said, unchanged: the body stays bytes, because byte by byte is what a replay promises. */
public record ApiResponse(int status, HttpHeaders headers, byte[] body) {
    private static final int SHOWN = 800;

    static ApiResponse of(HttpResponse<byte[]> response) {
        return new ApiResponse(response.statusCode(), response.headers(), response.body());
    }

    /** The header's only or first value. */
    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /** Every value of the header, in the order sent. */
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

    /** This is the answer of a task that has run, not one about a task that still waits. */
    public boolean isFinal() {
        return header("Solitude-Async").equals(Optional.of("yes"));
    }

    /** The task has not run yet: look again. */
    public boolean isNotRunYet() {
        return status == 404 && header("Solitude-Async").equals(Optional.of("no"));
    }

    @Override
    public String toString() {
        String shown = text().replaceAll("\\p{Cntrl}", "·");
        return status + " " + headers.map() + "\n" + (shown.length() > SHOWN ? shown.substring(0, SHOWN) + "…" : shown);
    }
}
