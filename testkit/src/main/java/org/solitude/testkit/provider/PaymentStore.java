package org.solitude.testkit.provider;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.util.UUID;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Accepts payments and settles them later. A payment is {@code pending} in the response and becomes {@code completed}
 * or {@code failed} when it settles, which an event reports. A payment that will complete is charged at once; one
 * that will fail never is.
 */
final class PaymentStore {
    private static final String FAILED = "failed";

    private final InMemoryCollection transactions = new InMemoryCollection("transactions");
    private final ChargeLedger ledger = new ChargeLedger();
    private final InMemoryCollection products;
    private final EventSender events;
    private final ScheduledExecutorService scheduler;

    PaymentStore(InMemoryCollection products, EventSender events, ScheduledExecutorService scheduler) {
        this.products = products;
        this.events = events;
        this.scheduler = scheduler;
    }

    InMemoryCollection collection() {
        return transactions;
    }

    ChargeLedger ledger() {
        return ledger;
    }

    /** Creates a payment, charges it unless it will be declined, and schedules its settlement. */
    JsonObject accept(JsonObject request, String key, FaultInjector injector) {
        String uuid = FieldRules.text(request, "uuid");
        BigDecimal amount = FieldRules.amount(request, "amount");
        String currency = FieldRules.text(request, "currency");
        if (request.containsKey("product")) {
            FieldRules.reference(request, "product", products);
        }
        if (injector.hits(injector.faults().refused())) {
            throw new RefusedException(402, "the payment was refused");
        }
        boolean declined = injector.hits(injector.faults().declined());
        JsonObject payment = transactions.add(Json.createObjectBuilder(request)
                .add("status", "pending")
                .add("token", UUID.randomUUID().toString())
                .add("idempotency_key", key)
                .build());
        if (!declined) {
            ledger.add(new Charge(key, uuid, payment.getString("resource_uri"), amount, currency));
        }
        Settlement settlement = new Settlement(declined, injector);
        scheduler.schedule(
                () -> settle(payment.getInt("resource_pk"), settlement),
                injector.faults().settling().toMillis(),
                TimeUnit.MILLISECONDS);
        return payment;
    }

    private synchronized void settle(int pk, Settlement settlement) {
        var outcome = Json.createObjectBuilder().add("status", settlement.declined() ? FAILED : "completed");
        if (settlement.declined()) {
            outcome.add("reason", "the payment was declined");
        }
        JsonObject settled = transactions.change(pk, outcome.build());
        if (settlement.misreported()) {
            ledger.addMisreported(settled.getString("uuid"));
            events.send("transaction", with(settled, "amount", "1" + settled.getString("amount")));
        }
        events.send("transaction", settled, settlement.events());
        if (settlement.lateEvent()) {
            events.send("transaction", with(settled, "status", "pending"));
        }
    }

    private static JsonObject with(JsonObject payment, String member, String value) {
        return Json.createObjectBuilder(payment).add(member, value).build();
    }

    /**
     * How a payment ends and what events say of it, decided when it is accepted.
     *
     * @param events how often the event of the end is sent
     * @param misreported whether an event reports a wrong amount before
     * @param lateEvent whether an event reports an older status afterwards
     */
    private record Settlement(boolean declined, int events, boolean misreported, boolean lateEvent) {
        Settlement(boolean declined, FaultInjector injector) {
            this(
                    declined,
                    injector.hits(injector.faults().noticesLost())
                            ? 0
                            : injector.hits(injector.faults().noticesTwice()) ? 2 : 1,
                    injector.hits(injector.faults().noticesWrong()),
                    injector.hits(injector.faults().noticesLate()));
        }
    }
}
