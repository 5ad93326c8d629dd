package org.solitude.web.transaction;

import jakarta.inject.Inject;
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
import java.util.UUID;
import org.solitude.idempotency.IdempotencyService;
import org.solitude.persistence.jta.TransactionFailedException;
import org.solitude.persistence.jta.UnitOfWork;
import org.solitude.task.FallbackResponse;
import org.solitude.task.StoredResponse;
import org.solitude.task.TaskSettings;

/**
 * Holds the response of a write back until its transaction has committed, so that a client is never told of effects
 * that did not come to be, and that the answer of a key is kept together with them. A resource that answers later from
 * another thread takes part with what it did on this one, and its key is free again.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class TransactionFilter extends HttpFilter {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final Logger LOG = System.getLogger(TransactionFilter.class.getName());

    @Inject
    private transient UnitOfWork unitOfWork;

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
        BufferedResponse held = new BufferedResponse(response, settings.responseSizeMax());
        boolean answered = false;
        try {
            chain.doFilter(request, held);
            answered = true;
        } finally {
            ClaimedKey key = ClaimedKey.of(request, idempotency);
            try {
                end(request, held, answered, key);
            } finally {
                key.end();
            }
        }
        held.release();
    }

    private void end(HttpServletRequest request, BufferedResponse held, boolean answered, ClaimedKey key)
            throws IOException {
        try {
            if (!answered) {
                unitOfWork.end(HttpServletResponse.SC_INTERNAL_SERVER_ERROR, () -> {});
            } else if (request.isAsyncStarted()) {
                unitOfWork.end(HttpServletResponse.SC_ACCEPTED, () -> {});
            } else {
                unitOfWork.end(held.getStatus(), () -> key.saveResponse(held));
                if (held.getStatus() >= HttpServletResponse.SC_BAD_REQUEST) {
                    key.saveResponse(held);
                }
            }
        } catch (TransactionFailedException e) {
            key.discardResponse();
            LOG.log(Level.ERROR, "a response was withdrawn, its transaction failed: incident " + UUID.randomUUID(), e);
            StoredResponse unavailable = FallbackResponse.uncertain();
            held.reset();
            held.setStatus(unavailable.status());
            held.setContentType(unavailable.header("Content-Type"));
            held.getOutputStream().write(unavailable.body());
        }
    }
}
