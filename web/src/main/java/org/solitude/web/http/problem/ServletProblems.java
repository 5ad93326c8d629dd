package org.solitude.web.http.problem;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.solitude.task.Header;

/** Writes problems where JAX-RS does not: in servlets and servlet filters. */
public final class ServletProblems {

    private static final Jsonb JSON = JsonbBuilder.create();

    private ServletProblems() {}

    /** Answers with a problem. Headers that the response has already stay. */
    public static void send(HttpServletResponse response, Problem problem) throws IOException {
        response.setStatus(problem.status());
        headers().forEach(header -> response.setHeader(header.name(), header.value()));
        byte[] body = body(problem);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** Returns the headers of every problem. */
    public static List<Header> headers() {
        return List.of(
                new Header("Content-Type", Problem.MEDIA_TYPE),
                new Header("Cache-Control", "no-store"),
                new Header("X-Content-Type-Options", "nosniff"));
    }

    /** Returns a problem as JSON. */
    public static byte[] body(Problem problem) {
        return JSON.toJson(problem).getBytes(StandardCharsets.UTF_8);
    }
}
