package org.solitude.web.http.body;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.time.Clock;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.solitude.caller.Caller;
import org.solitude.web.http.audit.ResponseCompletion;
import org.solitude.web.http.problem.Problem;
import org.solitude.web.http.problem.ServletProblems;
import org.solitude.web.http.security.CallerResolver;

/**
 * Receives the body of a request before the request runs. Where it has arrived with the head, as nearly always, the
 * request runs at once. Otherwise the request gives its thread back and is dispatched again when the body is complete,
 * or refused. The caller is known by then, so each client has a budget of its own (see web.xml for the order).
 */
public class RequestBodyFilter extends HttpFilter {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final String ARRIVING = ArrivingBody.class.getName();
    private static final int RETRY_AFTER_SECONDS = 5;

    /** What an asynchronous dispatch would remove from the path: it would find another resource than a synchronous one. */
    private static final Pattern AMBIGUOUS_SEGMENT = Pattern.compile("/\\.{0,2}/");

    @Inject
    private transient BodyBudgets budgets;

    @Inject
    private transient CallerResolver callers;

    @Inject
    private transient Clock clock;

    @Resource
    private transient ManagedScheduledExecutorService scheduler;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Caller caller = callers.current();
        BodyBudget budget = budgets.of(caller);
        long length = request.getContentLengthLong();
        if (request.getAttribute(ARRIVING) instanceof ArrivingBody arrived) {
            request.removeAttribute(ARRIVING);
            answer(new Exchange(request, response, chain), arrived.body(), arrived.refusal());
        } else if (length == 0) {
            chain.doFilter(request, response);
        } else if (AMBIGUOUS_SEGMENT.matcher(request.getRequestURI()).find()) {
            ServletProblems.send(response, Problem.of(404, "No resource has an empty segment in its path."));
        } else if (length > budget.limits().size()) {
            refuse(request, response, BodyRefusal.TOO_LARGE, budget.limits());
        } else {
            receive(new Exchange(request, response, chain), budget, sender(caller, request));
        }
    }

    private void receive(Exchange exchange, BodyBudget budget, String sender) throws IOException, ServletException {
        ServletInputStream source = exchange.request().getInputStream();
        ReceivedBody body = new ReceivedBody(budget);
        BodyRefusal refusal = readWhatIsThere(source, body);
        if (refusal == null && !source.isFinished()) {
            refusal = budget.enter(sender).orElse(null);
            if (refusal == null) {
                suspend(exchange.request(), source, body, budget, sender);
                return;
            }
        }
        answer(exchange, body, refusal);
    }

    private static @Nullable BodyRefusal readWhatIsThere(ServletInputStream source, ReceivedBody body) {
        try {
            BodyRefusal refusal = null;
            while (refusal == null && source.available() > 0) {
                refusal = body.readFrom(source);
            }
            return refusal;
        } catch (IOException broken) {
            return BodyRefusal.BROKEN;
        }
    }

    private void suspend(
            HttpServletRequest request,
            ServletInputStream source,
            ReceivedBody body,
            BodyBudget budget,
            String sender) {
        AsyncContext async = request.startAsync();
        async.setTimeout(0);
        // also where the request does not come back here, because its client was removed in between
        async.addListener(new ResponseCompletion(body::close));
        ArrivingBody arriving =
                new ArrivingBody(async, source, body, budget.limits().pace(), clock, () -> budget.leave(sender));
        request.setAttribute(ARRIVING, arriving);
        arriving.receive(scheduler);
    }

    private static void answer(Exchange exchange, ReceivedBody body, @Nullable BodyRefusal refusal)
            throws IOException, ServletException {
        try (body) {
            if (refusal == null) {
                try (RequestWithBody complete = new RequestWithBody(exchange.request(), body.stream())) {
                    exchange.chain().doFilter(complete, exchange.response());
                }
            } else {
                refuse(exchange.request(), exchange.response(), refusal, body.limits());
            }
        }
    }

    /** Answers and closes the connection, because the rest of the body is not wanted. */
    private static void refuse(
            HttpServletRequest request, HttpServletResponse response, BodyRefusal refusal, BodyLimits limits)
            throws IOException {
        if (request.getProtocol().startsWith("HTTP/1.")) {
            response.setHeader("Connection", "close");
        }
        if (refusal.isTemporary()) {
            response.setIntHeader("Retry-After", RETRY_AFTER_SECONDS);
        }
        ServletProblems.send(response, refusal.problem(limits));
    }

    private static String sender(Caller caller, HttpServletRequest request) {
        return caller.isKnown() ? caller.id() : request.getRemoteAddr();
    }

    private record Exchange(HttpServletRequest request, HttpServletResponse response, FilterChain chain) {}
}
