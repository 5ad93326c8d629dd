package org.solitude.web.transaction;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import org.solitude.persistence.jta.UnitOfWork;
import org.solitude.task.TaskSettings;

/** Begins the unit of work, after every filter that might refuse or delay the request. */
@Provider
@Priority(Priorities.USER + 1000)
public class TransactionBeginFilter implements ContainerRequestFilter {

    @Inject
    private UnitOfWork unitOfWork;

    @Inject
    private TaskSettings settings;

    @Override
    public void filter(ContainerRequestContext request) {
        if (UnsafeMethods.contains(request.getMethod())) {
            unitOfWork.begin(settings.transactionTimeout());
        }
    }
}
