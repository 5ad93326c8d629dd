package org.solitude.web.http.headers;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.Serial;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.solitude.web.http.problem.Problem;
import org.solitude.web.http.problem.ServletProblems;

/**
 * Refuses what is malformed in a request before JAX-RS parses it, with a problem that says what to change: escapes that
 * are not UTF-8, media types and languages (400), an expectation other than {@code 100-continue} (417), and a method
 * that is not in upper case (501), which RESTEasy would serve and every filter that compares methods would miss.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class RequestSyntaxFilter extends HttpFilter {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final String EXPECT = "Expect";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Problem problem = problemOf(request);
        if (problem != null) {
            ServletProblems.send(response, problem);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static @Nullable Problem problemOf(HttpServletRequest request) {
        String method = request.getMethod();
        if (!method.equals(method.toUpperCase(Locale.ROOT))) {
            return Problem.of(
                    501, "Methods are case-sensitive (RFC 9110, 9.1): send " + method.toUpperCase(Locale.ROOT) + ".");
        }
        String expectation = request.getHeader(EXPECT);
        if (expectation != null && !expectation.trim().equalsIgnoreCase("100-continue")) {
            return Problem.of(417, "The only expectation that can be met is 100-continue.");
        }
        return malformed(request).map(detail -> Problem.of(400, detail)).orElse(null);
    }

    private static Optional<String> malformed(HttpServletRequest request) {
        if (!PercentEncoding.isUtf8(request.getRequestURI())) {
            return Optional.of("The path has escapes (%XX) that are not UTF-8.");
        }
        if (request.getQueryString() != null && !PercentEncoding.isUtf8(request.getQueryString())) {
            return Optional.of("The query has escapes (%XX) that are not UTF-8.");
        }
        return check(request, HttpHeaders.CONTENT_TYPE, RequestHeaderSyntax::checkContentType)
                .or(() -> check(request, HttpHeaders.ACCEPT, RequestHeaderSyntax::checkAccept))
                .or(() -> check(request, HttpHeaders.ACCEPT_LANGUAGE, RequestHeaderSyntax::checkAcceptLanguage));
    }

    private static Optional<String> check(
            HttpServletRequest request, String header, Function<List<String>, Optional<String>> syntax) {
        return syntax.apply(Collections.list(request.getHeaders(header)));
    }
}
