package org.solitude.testkit.provider;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Records every charge, in order, so that tests can compare Solitude's payments with it. */
public final class ChargeLedger {
    private final List<Charge> charges = new ArrayList<>();

    synchronized void add(Charge charge) {
        charges.add(charge);
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
        var sums = Json.createObjectBuilder();
        sums().forEach((currency, sum) -> sums.add(currency, sum.toPlainString()));
        return Json.createObjectBuilder()
                .add("charges", lines)
                .add("sums", sums)
                .build();
    }
}
