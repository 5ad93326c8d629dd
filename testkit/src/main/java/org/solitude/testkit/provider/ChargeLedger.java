package org.solitude.testkit.provider;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Records every charge and every refund, in order, so that tests can compare Solitude's payments with it. */
public final class ChargeLedger {
    private final List<Charge> charges = new ArrayList<>();
    private final List<Refund> refunds = new ArrayList<>();
    private final Set<String> misreported = new HashSet<>();

    synchronized void addMisreported(String uuid) {
        misreported.add(uuid);
    }

    /** Returns the payments of which an event reported a wrong amount. */
    public synchronized Set<String> misreported() {
        return Set.copyOf(misreported);
    }

    synchronized void add(Charge charge) {
        charges.add(charge);
    }

    synchronized void add(Refund refund) {
        refunds.add(refund);
    }

    public synchronized List<Refund> refunds() {
        return List.copyOf(refunds);
    }

    /** Returns the refunds of one payment. */
    public List<Refund> refundsOf(String payment) {
        return refunds().stream()
                .filter(refund -> refund.payment().equals(payment))
                .toList();
    }

    /** Returns how much was charged for a payment and not refunded. */
    public synchronized BigDecimal left(String payment) {
        BigDecimal charged = chargesOf(payment).stream().map(Charge::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        return refundsOf(payment).stream().map(Refund::amount).reduce(charged, BigDecimal::subtract);
    }

    public synchronized List<Charge> charges() {
        return List.copyOf(charges);
    }

    /** Returns the charges of one payment; more than one is a double charge. */
    public List<Charge> chargesOf(String uuid) {
        return charges().stream().filter(charge -> charge.uuid().equals(uuid)).toList();
    }

    /** Returns the total of all charges by currency. */
    public Map<String, BigDecimal> sums() {
        Map<String, BigDecimal> sums = new TreeMap<>();
        charges().forEach(charge -> sums.merge(charge.currency(), charge.amount(), BigDecimal::add));
        return sums;
    }

    JsonObject asJson() {
        var lines = Json.createArrayBuilder();
        charges()
                .forEach(charge -> lines.add(Json.createObjectBuilder()
                        .add("idempotency_key", charge.key())
                        .add("uuid", charge.uuid())
                        .add("transaction", charge.transaction())
                        .add("amount", charge.amount().toPlainString())
                        .add("currency", charge.currency())));
        var refundLines = Json.createArrayBuilder();
        refunds()
                .forEach(refund -> refundLines.add(Json.createObjectBuilder()
                        .add("idempotency_key", refund.key())
                        .add("uuid", refund.uuid())
                        .add("payment", refund.payment())
                        .add("amount", refund.amount().toPlainString())
                        .add("currency", refund.currency())));
        var sums = Json.createObjectBuilder();
        sums().forEach((currency, sum) -> sums.add(currency, sum.toPlainString()));
        return Json.createObjectBuilder()
                .add("charges", lines)
                .add("refunds", refundLines)
                .add("sums", sums)
                .build();
    }
}
