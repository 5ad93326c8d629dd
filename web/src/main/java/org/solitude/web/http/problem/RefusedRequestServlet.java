package org.solitude.web.http.problem;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;

/**
 * Answers with a problem to what the web server refuses before it looks for an application: filters in
 * docker/solitude.cli rewrite such requests to the paths of this servlet, which needs no login. Headers that they have
 * set, {@code Allow} among them, stay.
 */
@WebServlet(urlPatterns = "/refused/*")
public class RefusedRequestServlet extends HttpServlet {

    @Serial
    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ServletProblems.send(response, problemOf(String.valueOf(request.getPathInfo())));
    }

    private static Problem problemOf(String refusal) {
        return switch (refusal) {
            case "/uri" ->
                Problem.of(
                        400,
                        "The URI has a character that must be escaped, or a percent sign without two hexadecimal digits"
                                + " (RFC 3986, 2).");
            case "/target" ->
                Problem.of(
                        400,
                        "Send a path that begins with a slash, or an absolute http URI with a host (RFC 9112, 3.2).");
            case "/method" -> Problem.of(405, StatusDetails.of(405));
            default -> Problem.of(404, StatusDetails.of(404));
        };
    }
}
