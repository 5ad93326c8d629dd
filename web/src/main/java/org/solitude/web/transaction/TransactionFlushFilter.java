package org.solitude.web.transaction;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import org.solitude.persistence.jta.UnitOfWork;

/** Flushes the transaction before the response is written: the first of the response filters. */
@Provider
@Priority(Integer.MAX_VALUE)
public class TransactionFlushFilter implements ContainerResponseFilter {

    @Inject
    private UnitOfWork unitOfWork;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (UnsafeMethods.contains(request.getMethod()) && response.getStatus() < 400) {
            unitOfWork.flush();
        }
    }
}
