package org.solitude.web.http.openapi;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serial;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Serves the page that shows the API and lets a reader try it: five files and no other path. The page runs scripts of
 * this server only, connects to this server only and cannot be framed. Swagger UI needs inline styles and data: images.
 */
@WebServlet(urlPatterns = "/docs/*")
public class DocsPageServlet extends HttpServlet {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final List<String> METHODS = List.of("GET", "HEAD", "OPTIONS");

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
            + " img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final Map<String, String> TYPES = Map.of(
            "/index.html", "text/html;charset=UTF-8",
            "/docs.js", "text/javascript;charset=UTF-8",
            "/swagger-ui/swagger-ui.css", "text/css;charset=UTF-8",
            "/swagger-ui/swagger-ui-bundle.js", "text/javascript;charset=UTF-8",
            "/swagger-ui/favicon-32x32.png", "image/png");

    /** Refuses other methods with {@code Allow}; {@code HttpServlet} would echo a TRACE, credentials included. */
    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (METHODS.contains(request.getMethod())) {
            super.service(request, response);
        } else {
            response.setHeader("Allow", String.join(", ", METHODS));
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo();
        if (path == null) {
            response.sendRedirect("/docs/");
            return;
        }
        String file = path.equals("/") ? "/index.html" : path;
        String type = TYPES.get(file);
        try (InputStream content = type == null ? null : open(file)) {
            if (content == null) {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
                return;
            }
            response.setHeader("Content-Security-Policy", POLICY);
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("Referrer-Policy", "no-referrer");
            response.setContentType(type);
            content.transferTo(response.getOutputStream());
        }
    }

    private @Nullable InputStream open(String file) {
        return getServletContext().getResourceAsStream("/docs" + file);
    }
}
