package org.solitude.web.api.provider;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import org.solitude.payment.Payment;
import org.solitude.payment.PaymentService;
import org.solitude.payment.RefundService;
import org.solitude.paymenttransaction.PaymentTransaction;
import org.solitude.provider.Provider;
import org.solitude.provider.ProviderException;
import org.solitude.provider.ProviderResponse;
import org.solitude.web.api.RecordResponses;
import org.solitude.web.api.ResourceUris;
import org.solitude.web.api.paymenttransaction.TransactionDocument;
import org.solitude.web.http.json.JsonFields;
import org.solitude.web.http.problem.FailureProblem;
import org.solitude.web.http.problem.Problem;

/**
 * Makes a payment or a refund and answers with its transaction, or with a problem that has the URI of the transaction.
 */
@ApplicationScoped
class PaymentResponder {

    @Inject
    private PaymentService payments;

    @Inject
    private RefundService refunds;

    @Inject
    private RecordResponses responses;

    Response pay(Provider provider, JsonFields fields) {
        return respond(provider, payments.pay(provider, PaymentForm.read(provider.name(), fields)));
    }

    Response refund(Provider provider, String uuid, JsonFields fields) {
        return respond(provider, refunds.refund(provider, RefundForm.read(uuid, fields)));
    }

    private Response respond(Provider provider, Payment payment) {
        PaymentTransaction transaction = payment.transaction();
        String transactionUri = ResourceUris.TRANSACTION.of(transaction.id());
        if (payment.failure() != null) {
            ProviderException failure = payment.failure();
            return ProviderResponseTranslator.of(
                    failure, problem -> withTransaction(problem, transactionUri, failure.isUncertain()));
        }
        if (payment.refusal() != null) {
            ProviderResponse refusal = payment.refusal();
            return ProviderResponseTranslator.of(
                    provider, refusal, problem -> withTransaction(problem, transactionUri, !refusal.isDefinite()));
        }
        if (payment.closed()) {
            String reason = Objects.toString(transaction.changeable().statusReason(), "");
            return Problem.of(409, "It has failed already: " + reason)
                    .with("transaction", transactionUri)
                    .asResponse()
                    .build();
        }
        return responses.created(TransactionDocument.of(transaction, List.of()));
    }

    private static Problem withTransaction(Problem problem, String transactionUri, boolean uncertain) {
        Problem withTransaction = problem.with("transaction", transactionUri);
        return uncertain ? FailureProblem.uncertain(withTransaction, transactionUri) : withTransaction;
    }
}
