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
import java.util.UUID;
import org.solitude.idempotency.IdempotencyService;
import org.solitude.persistence.jta.TransactionFailedException;
import org.solitude.persistence.jta.UnitOfWork;
import org.solitude.task.FallbackResponse;
import org.solitude.task.StoredResponse;
import org.solitude.task.TaskSettings;

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
            LOG.log(
                    Level.ERROR,
                    "a transaction failed: the client gets 503 in place of its response, incident " + UUID.randomUUID(),
                    e);
            StoredResponse unavailable = FallbackResponse.uncertain();
            buffered.reset();
            buffered.setStatus(unavailable.status());
            buffered.setContentType(unavailable.header("Content-Type"));
            buffered.getOutputStream().write(unavailable.body());
        }
    }
}
