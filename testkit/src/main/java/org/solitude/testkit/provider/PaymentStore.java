package org.solitude.testkit.provider;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.util.UUID;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Takes payments on and settles them: a payment is {@code pending} when it is answered, and {@code completed} or
 * {@code failed} a while later, which a notice tells. One that will complete is charged at once; one that will fail never.
 */
final class PaymentStore {
    private static final String FAILED = "failed";

    private final InMemoryCollection transactions = new InMemoryCollection("transactions");
    private final ChargeLedger ledger = new ChargeLedger();
    private final InMemoryCollection products;
    private final EventSender notices;
    private final ScheduledExecutorService later;

    PaymentStore(InMemoryCollection products, EventSender notices, ScheduledExecutorService later) {
        this.products = products;
        this.notices = notices;
        this.later = later;
    }

    InMemoryCollection collection() {
        return transactions;
    }

    ChargeLedger ledger() {
        return ledger;
    }

    JsonObject accept(JsonObject asked, String key, FaultInjector fortune) {
        String uuid = FieldRules.text(asked, "uuid");
        BigDecimal amount = FieldRules.amount(asked, "amount");
        String currency = FieldRules.text(asked, "currency");
        if (asked.containsKey("product")) {
            FieldRules.reference(asked, "product", products);
        }
        if (fortune.hits(fortune.faults().refused())) {
            throw new RefusedException(402, "the payment was refused");
        }
        boolean declined = fortune.hits(fortune.faults().declined());
        JsonObject taken = transactions.add(Json.createObjectBuilder(asked)
                .add("status", "pending")
                .add("token", UUID.randomUUID().toString())
                .add("idempotency_key", key)
                .build());
        if (!declined) {
            ledger.add(new Charge(key, uuid, taken.getString("resource_uri"), amount, currency));
        }
        boolean told = !fortune.hits(fortune.faults().noticesLost());
        later.schedule(
                () -> settle(taken.getInt("resource_pk"), declined, told),
                fortune.faults().settling().toMillis(),
                TimeUnit.MILLISECONDS);
        return taken;
    }

    private synchronized void settle(int pk, boolean declined, boolean told) {
        var outcome = Json.createObjectBuilder().add("status", declined ? FAILED : "completed");
        if (declined) {
            outcome.add("reason", "the payment was declined");
        }
        JsonObject settled = transactions.change(pk, outcome.build());
        if (told) {
            notices.tell(settled);
        }
    }
}
