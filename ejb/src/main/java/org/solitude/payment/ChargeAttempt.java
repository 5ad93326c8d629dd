package org.solitude.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import java.util.Optional;
import java.util.Set;
import org.solitude.paymenttransaction.PaymentTransaction;
import org.solitude.paymenttransaction.TransactionStatus;
import org.solitude.provider.CallState;
import org.solitude.provider.JournaledCall;
import org.solitude.provider.Provider;
import org.solitude.provider.ProviderAnswer;
import org.solitude.provider.ProviderException;
import org.solitude.provider.ProviderGateway;
import org.solitude.provider.ProviderResponse;

/**
 * Charges a payment, or refunds one, that its provider has not decided about yet. This is the only place that asks a
 * provider to move money.
 *
 * <p>Only a first call is sent at once. Where the provider may have received an earlier one, it is first asked whether
 * it knows the payment, because it may have forgotten the key; and an answer to the repeated call that is no clear
 * success may be about the call rather than the payment, so it makes the provider be asked again. What is known then
 * decides. While nothing is known the payment stays undecided.
 */
@ApplicationScoped
class ChargeAttempt {

    /** With these a provider refuses a payment; other errors may come from what stands between it and us. */
    private static final Set<Integer> REFUSALS = Set.of(400, 402, 422);

    @Inject
    private ProviderGateway gateway;

    @Inject
    private PaymentLookup lookup;

    @Inject
    private PaymentUpdater updater;

    /**
     * Takes the payment as far as the provider lets it.
     *
     * @throws ProviderException if the outcome stays undecided and there is no response to show
     */
    Payment advance(JournaledCall<PaymentOrder> call) {
        if (call.state() == CallState.NEW) {
            return ask(call);
        }
        Optional<PaymentUpdate> stored = call.response()
                .filter(ProviderResponse::isSuccess)
                .map(response -> updateOf(call, response))
                .filter(update -> update.fits(call.subject().transaction()));
        if (stored.isPresent()) {
            return Payment.accepted(updater.apply(call.subject().transaction().id(), stored.get()));
        }
        Optional<PaymentTransaction> known = inquire(call);
        if (known.isPresent()) {
            return Payment.accepted(known.get());
        }
        if (call.state() != CallState.UNDECIDED) {
            throw ProviderException.outcomeUnknown(call.provider(), "it does not know the payment any more.");
        }
        return ask(call);
    }

    private Payment ask(JournaledCall<PaymentOrder> call) {
        ProviderAnswer answer = gateway.ask(call, call.subject().request());
        ProviderResponse response = answer.translated();
        if (response.isSuccess()) {
            return accept(call, answer);
        }
        if (call.state() == CallState.NEW && gateway.isFinal(call, answer)) {
            return refuse(call, answer);
        }
        gateway.saveStatus(call, answer);
        if (!gateway.isFinal(call, answer)) {
            return Payment.refused(call.subject().transaction(), response);
        }
        Optional<PaymentTransaction> known = inquire(call);
        if (known.isPresent()) {
            return Payment.accepted(known.get());
        }
        if (!REFUSALS.contains(call.provider().mapStatus(response.status()))) {
            throw ProviderException.outcomeUnknown(call.provider(), "it answers " + response.status() + ".");
        }
        return refuse(call, answer);
    }

    /** The response is final even if it does not fit: the provider has taken the payment, in whatever way. */
    private Payment accept(JournaledCall<PaymentOrder> call, ProviderAnswer answer) {
        if (!answer.translated().isObjectOrEmpty()) {
            gateway.saveStatus(call, answer);
            throw ProviderException.unreadable(call.provider(), "answered with no JSON object", null);
        }
        long pk = call.subject().transaction().id();
        PaymentUpdate update = updateOf(call, answer.translated());
        PaymentTransaction present = gateway.saveFinal(call, answer, () -> updater.compare(pk, update));
        return update.fits(present)
                ? Payment.accepted(updater.apply(pk, update))
                : Payment.accepted(requireDecided(call, present, update));
    }

    private Payment refuse(JournaledCall<PaymentOrder> call, ProviderAnswer answer) {
        PaymentUpdate failed = PaymentUpdate.failed(failureReason(call.provider(), answer.translated()));
        PaymentTransaction transaction = gateway.saveFinal(
                call, answer, () -> updater.apply(call.subject().transaction().id(), failed));
        return transaction.changeable().status() == TransactionStatus.FAILED
                ? Payment.refused(transaction, answer.translated())
                : Payment.accepted(transaction);
    }

    /**
     * Asks the provider whether it knows the payment, and applies its report: it is committed at once, because it is
     * true whatever becomes of this request.
     *
     * @return our transaction with the report, empty if the provider does not know the payment
     */
    private Optional<PaymentTransaction> inquire(JournaledCall<PaymentOrder> call) {
        try {
            PaymentTransaction transaction = call.subject().transaction();
            return lookup.find(call.provider(), call.subject().collection(), transaction.uuid())
                    .map(update -> {
                        PaymentTransaction present =
                                gateway.closeAsReported(call, () -> updater.apply(transaction.id(), update));
                        return requireDecided(call, present, update);
                    });
        } catch (ProviderException failure) {
            gateway.recordUnsent(call, failure);
            throw failure;
        }
    }

    /** Reads a success; one without content accepts the payment and says nothing more. */
    private static PaymentUpdate updateOf(JournaledCall<PaymentOrder> call, ProviderResponse response) {
        return call.subject().collection().update(response.jsonObject().orElse(JsonValue.EMPTY_JSON_OBJECT));
    }

    private static PaymentTransaction requireDecided(
            JournaledCall<?> call, PaymentTransaction transaction, PaymentUpdate update) {
        if (transaction.isUndecided()) {
            throw ProviderException.contradicting(
                    call.provider(),
                    update.contradictionTo(transaction)
                            .map(mismatch -> mismatch.kind().word())
                            .orElse("received"));
        }
        return transaction;
    }

    private static String failureReason(Provider provider, ProviderResponse refusal) {
        return refusal.errorMessage()
                .orElse("The provider " + provider.name() + " refused it with status " + refusal.status() + ".");
    }
}
