package org.solitude.web.unitofwork;

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
import org.solitude.delay.DelaySettings;
import org.solitude.delay.FallbackResponse;
import org.solitude.delay.StoredResponse;
import org.solitude.transaction.TransactionFailed;
import org.solitude.transaction.UnitOfWork;

/**
 * Holds the response of a write back until its transaction has committed, so that a client is never told of effects
 * that did not come to be. A resource that answers later from another thread takes part with what it did on this one.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class EndUnitOfWork extends HttpFilter {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final Logger LOG = System.getLogger(EndUnitOfWork.class.getName());

    @Inject
    private transient UnitOfWork unitOfWork;

    @Inject
    private transient DelaySettings settings;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!Writes.contain(request.getMethod())) {
            chain.doFilter(request, response);
            return;
        }
        HeldResponse held = new HeldResponse(response, settings.responseSizeMax());
        int status = HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
        try {
            chain.doFilter(request, held);
            status = request.isAsyncStarted() ? HttpServletResponse.SC_ACCEPTED : held.getStatus();
        } finally {
            end(status, held);
        }
        held.release();
    }

    private void end(int status, HeldResponse held) throws IOException {
        try {
            unitOfWork.end(status);
        } catch (TransactionFailed e) {
            LOG.log(Level.ERROR, "a response was withdrawn, its transaction failed: incident " + UUID.randomUUID(), e);
            StoredResponse unavailable = FallbackResponse.unavailable();
            held.reset();
            held.setStatus(unavailable.status());
            held.setContentType(unavailable.header("Content-Type"));
            held.getOutputStream().write(unavailable.body());
        }
    }
}
