package org.solitude.web.http.security;

import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import org.solitude.audit.AuditEvent;
import org.solitude.audit.AuditLog;
import org.solitude.web.http.problem.Problem;
import org.solitude.web.http.problem.ServletProblems;
import org.solitude.web.http.problem.StatusDetails;

/**
 * Answers with a problem where the server refuses a request before JAX-RS sees it; web.xml sends every such error here.
 * The headers that the server has set, {@code WWW-Authenticate} among them, stay.
 */
@WebServlet(urlPatterns = "/refusal")
public class SecurityErrorServlet extends HttpServlet {

    @Serial
    private static final long serialVersionUID = 1L;

    @Inject
    private transient AuditLog audit;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int status = SecurityErrors.NOT_FOUND;
        if (request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer refused) {
            status = refused;
            audit.record(AuditEvent.of("refused")
                    .with("method", request.getMethod())
                    .with("path", request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))
                    .with("status", status)
                    .with("remote", request.getRemoteAddr()));
        }
        ServletProblems.send(response, Problem.of(status, StatusDetails.of(status)));
    }
}
