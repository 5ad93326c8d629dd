package org.solitude.web.api.provider;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import org.solitude.payment.PaymentSettings;
import org.solitude.web.async.replay.ReplayedTask;
import org.solitude.web.http.problem.Problem;
import org.solitude.web.http.problem.ProblemException;

/**
 * Refuses a payment or refund whose headers ask for what is not done, before it becomes a task: one without an
 * {@code Idempotency-Key} where the operator requires it, and one with a precondition.
 */
@Provider
@ProviderEndpoint
@Priority(Priorities.USER - 150)
public class PaymentHeadersFilter implements ContainerRequestFilter {

    @Inject
    private PaymentSettings settings;

    @Override
    public void filter(ContainerRequestContext request) {
        boolean movesMoney = request.getMethod().equals(HttpMethod.POST)
                && ProviderPathParameters.of(request.getUriInfo()).movesMoney();
        if (!movesMoney || ReplayedTask.of(request).isPresent()) {
            return;
        }
        PreconditionHeaders.of(request.getHeaders()).keySet().stream()
                .findFirst()
                .ifPresent(name -> {
                    throw new ProblemException(Problem.of(
                            501, "A payment or refund cannot depend on " + name + ". Send it without this header."));
                });
        if (settings.isKeyRequired() && request.getHeaderString(ProviderCallContextFilter.HEADER) == null) {
            throw new ProblemException(Problem.of(
                    400,
                    "Give each payment and refund an Idempotency-Key of its own, such as a random UUID, and the same"
                            + " one when you send it again."));
        }
    }
}
