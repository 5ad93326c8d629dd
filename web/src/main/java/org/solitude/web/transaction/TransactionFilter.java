package org.solitude.web.transaction;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.UUID;
import org.solitude.idempotency.IdempotencyService;
import org.solitude.persistence.jta.CommitFailedException;
import org.solitude.persistence.jta.LastingEffects;
import org.solitude.persistence.jta.TransactionFailedException;
import org.solitude.persistence.jta.UnitOfWork;
import org.solitude.task.TaskSettings;
import org.solitude.web.http.problem.FailureProblem;
import org.solitude.web.http.problem.Problem;
import org.solitude.web.http.problem.ServletProblems;

/**
 * Ends the transaction of an unsafe call and then releases its response, so that a client never reads of effects that
 * were not committed. The response of an idempotency key is stored in the same transaction. A resource that answers
 * from another thread takes part with what it did on this thread, and its key is released without a stored response.
 */
@WebFilter(
        urlPatterns = "/*",
        dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ASYNC},
        asyncSupported = true)
public class TransactionFilter extends HttpFilter {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final Logger LOG = System.getLogger(TransactionFilter.class.getName());

    private static final String RETRY_AFTER_SECONDS = "5";

    @Inject
    private transient UnitOfWork unitOfWork;

    @Inject
    private transient LastingEffects effects;

    @Inject
    private transient IdempotencyService idempotency;

    @Inject
    private transient TaskSettings settings;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!UnsafeMethods.contains(request.getMethod())) {
            chain.doFilter(request, response);
            return;
        }
        BufferedResponse buffered = new BufferedResponse(response, settings.responseSizeMax());
        boolean completed = false;
        try {
            chain.doFilter(request, buffered);
            completed = true;
        } finally {
            ClaimedKey key = ClaimedKey.of(request, idempotency);
            try {
                end(request, buffered, completed, key);
            } finally {
                key.end();
            }
        }
        buffered.release();
    }

    private void end(HttpServletRequest request, BufferedResponse buffered, boolean completed, ClaimedKey key)
            throws IOException {
        try {
            if (!completed) {
                unitOfWork.end(HttpServletResponse.SC_INTERNAL_SERVER_ERROR, () -> {});
            } else if (request.isAsyncStarted()) {
                unitOfWork.end(HttpServletResponse.SC_ACCEPTED, () -> {});
            } else {
                unitOfWork.end(buffered.getStatus(), () -> key.saveResponse(buffered));
                if (buffered.getStatus() >= HttpServletResponse.SC_BAD_REQUEST) {
                    key.saveResponse(buffered);
                }
            }
        } catch (TransactionFailedException e) {
            key.discardResponse();
            String incident = UUID.randomUUID().toString();
            LOG.log(Level.ERROR, "answered 503, incident " + incident + ": a transaction failed", e);
            replace(buffered, problem(request, buffered, e, incident));
        }
    }

    private Problem problem(
            HttpServletRequest request,
            BufferedResponse buffered,
            TransactionFailedException failure,
            String incident) {
        if (failure instanceof CommitFailedException) {
            String lookAt = LastingEffects.whereToLook(effects).orElseGet(() -> written(request, buffered));
            return FailureProblem.uncertain(failure, lookAt, incident);
        }
        return LastingEffects.haveBegun(effects)
                ? FailureProblem.uncertain(
                        failure, LastingEffects.whereToLook(effects).orElse(null), incident)
                : FailureProblem.nothingChanged(failure, incident);
    }

    /** Returns the path of the record that was written: what its creation named, or what the request addressed. */
    private static String written(HttpServletRequest request, BufferedResponse buffered) {
        String location = buffered.getHeader("Location");
        return location == null ? request.getRequestURI() : URI.create(location).getRawPath();
    }

    private static void replace(BufferedResponse buffered, Problem problem) throws IOException {
        buffered.reset();
        buffered.setHeader("Retry-After", RETRY_AFTER_SECONDS);
        ServletProblems.send(buffered, problem);
    }
}
