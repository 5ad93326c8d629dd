package org.solitude.web.api.provider;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.solitude.web.http.problem.Problem;
import org.solitude.web.http.problem.ServletProblems;

/**
 * Answers 404 to an event whose sender is not configured, before its body is received: anybody may send one (see
 * web.xml for the order).
 */
public class UnknownEventSenderFilter extends HttpFilter {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final Pattern PATH = Pattern.compile("/notices/([^/]+)/?");
    private static final int NOT_FOUND = 404;

    @Inject
    private transient EventSenders senders;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Matcher path =
                PATH.matcher(request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo()));
        if (request.getMethod().equals("POST")
                && path.matches()
                && senders.find(path.group(1)).isEmpty()) {
            ServletProblems.send(response, Problem.of(NOT_FOUND, EventSenders.UNKNOWN));
        } else {
            chain.doFilter(request, response);
        }
    }
}
