package org.solitude.testkit.provider;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Accepts refunds and settles them later, as {@link PaymentStore} does with payments: the faults {@code refused} and
 * {@code declined} apply to them as well. Never gives back more than was charged.
 */
final class RefundStore {
    private static final int CONFLICT = 409;
    private static final int UNPROCESSABLE = 422;

    private final InMemoryCollection refunds = new InMemoryCollection("refunds");
    private final InMemoryCollection transactions;
    private final ChargeLedger ledger;
    private final EventSender events;
    private final ScheduledExecutorService scheduler;

    RefundStore(
            InMemoryCollection transactions,
            ChargeLedger ledger,
            EventSender events,
            ScheduledExecutorService scheduler) {
        this.transactions = transactions;
        this.ledger = ledger;
        this.events = events;
        this.scheduler = scheduler;
    }

    /** Creates a refund, gives the money back unless it will be declined, and schedules its settlement. */
    JsonObject accept(int transaction, JsonObject request, String key, FaultInjector injector) {
        JsonObject payment = transactions.get(transaction);
        String uuid = FieldRules.text(request, "uuid");
        BigDecimal amount = FieldRules.amount(request, "amount");
        String currency = FieldRules.text(request, "currency");
        if (!payment.getString("status").equals("completed")) {
            throw new RefusedException(CONFLICT, "only a completed payment can be refunded");
        }
        if (!payment.getString("currency").equals(currency)
                || amount.compareTo(ledger.left(payment.getString("uuid"))) > 0) {
            throw new RefusedException(UNPROCESSABLE, "not so much is left of the payment, in its currency");
        }
        if (injector.hits(injector.faults().refused())) {
            throw new RefusedException(402, "the refund was refused");
        }
        boolean declined = injector.hits(injector.faults().declined());
        JsonObject refund = refunds.add(Json.createObjectBuilder(request)
                .add("status", "pending")
                .add("transaction", payment.getString("resource_uri"))
                .add("payment", payment.getString("uuid"))
                .add("idempotency_key", key)
                .build());
        if (!declined) {
            ledger.add(new Refund(key, uuid, payment.getString("uuid"), amount, currency));
        }
        boolean reported = !injector.hits(injector.faults().noticesLost());
        scheduler.schedule(
                () -> settle(refund.getInt("resource_pk"), declined, reported),
                injector.faults().settling().toMillis(),
                TimeUnit.MILLISECONDS);
        return refund;
    }

    /** Returns the refunds of a payment. */
    InMemoryCollection of(int transaction) {
        return refunds.where("transaction", transactions.get(transaction).getString("resource_uri"));
    }

    private synchronized void settle(int pk, boolean declined, boolean reported) {
        var outcome = Json.createObjectBuilder().add("status", declined ? "failed" : "completed");
        if (declined) {
            outcome.add("reason", "the refund was declined");
        }
        JsonObject settled = refunds.change(pk, outcome.build());
        if (reported) {
            events.send("refund", settled);
        }
    }
}
