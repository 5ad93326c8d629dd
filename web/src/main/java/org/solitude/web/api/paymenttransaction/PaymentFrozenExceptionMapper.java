package org.solitude.web.api.paymenttransaction;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.solitude.paymenttransaction.PaymentFrozenException;
import org.solitude.web.http.problem.Problem;
import org.solitude.web.http.problem.ProblemType;

/** Maps a change of a payment that a provider was asked to charge to 409. */
@Provider
public class PaymentFrozenExceptionMapper implements ExceptionMapper<PaymentFrozenException> {

    @Override
    public Response toResponse(PaymentFrozenException frozen) {
        return Problem.of(ProblemType.PAYMENT_FROZEN, frozen.getMessage())
                .asResponse()
                .build();
    }
}
