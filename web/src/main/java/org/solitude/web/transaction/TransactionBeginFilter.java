package org.solitude.web.transaction;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import org.solitude.persistence.jta.UnitOfWork;
import org.solitude.task.TaskSettings;

/** Begins the transaction of an unsafe call, after every filter that may refuse the request or submit it as a task. */
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
