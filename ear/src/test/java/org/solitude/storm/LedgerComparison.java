package org.solitude.storm;

import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.solitude.testkit.client.SolitudeClient;
import org.solitude.testkit.provider.Charge;
import org.solitude.testkit.provider.ReferenceProvider;

/** Compares our transactions with the provider's charges. Each difference is one sentence; there must be none. */
record LedgerComparison(SolitudeClient solitude, ReferenceProvider provider, Map<String, Boolean> acceptedByUuid) {

    private static final Duration TIMEOUT = Duration.ofMinutes(10);
    private static final int COMPLETED = 1;
    private static final int FAILED = 4;

    /** Waits until every task has run and every payment has ended. */
    void awaitAllPaymentsEnded() {
        await("all payments have ended")
                .atMost(TIMEOUT)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> isEmpty("/delay/result/?run=false&limit=1")
                        && isEmpty("/generic/transaction/?provider=reference&status=3&limit=1")
                        && isEmpty("/generic/transaction/?provider=reference&status=0&limit=1"));
    }

    List<String> differences() {
        List<String> differences = new ArrayList<>();
        Map<String, JsonObject> transactions = transactions(differences);
        Map<String, List<Charge>> chargesByUuid = new HashMap<>();
        provider.ledger().charges().forEach(charge -> chargesByUuid
                .computeIfAbsent(charge.uuid(), u -> new ArrayList<>())
                .add(charge));
        acceptedByUuid.forEach((uuid, accepted) -> {
            if (accepted && !transactions.containsKey(uuid)) {
                differences.add(uuid + " was accepted and has no transaction");
            }
        });
        chargesByUuid.forEach((uuid, charges) -> {
            if (charges.size() > 1) {
                differences.add(uuid + " was charged " + charges.size() + " times");
            }
            if (!transactions.containsKey(uuid)) {
                differences.add(uuid + " was charged and has no transaction");
            }
        });
        transactions.forEach(
                (uuid, transaction) -> checkPayment(transaction, chargesByUuid.containsKey(uuid), differences));
        BigDecimal sum = sum(transactions.values());
        BigDecimal charged =
                provider.ledger().charges().stream().map(Charge::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(charged) != 0) {
            differences.add("completed payments come to " + sum + ", charges to " + charged);
        }
        return differences;
    }

    /** Counts the payments by outcome and reason, for the report. */
    Map<String, Integer> outcomes() {
        Map<String, Integer> outcomes = new TreeMap<>();
        transactions(new ArrayList<>())
                .values()
                .forEach(each -> outcomes.merge(
                        each.getInt("status") == COMPLETED ? "completed" : "failed: " + each.get("status_reason"),
                        1,
                        Integer::sum));
        return outcomes;
    }

    private void checkPayment(JsonObject transaction, boolean charged, List<String> differences) {
        int status = transaction.getInt("status");
        String uuid = transaction.getString("uuid");
        if (status == FAILED && !(transaction.get("status_reason") instanceof JsonString)) {
            differences.add(uuid + " failed without a reason");
        }
        if (status != COMPLETED && status != FAILED) {
            differences.add(uuid + " has not ended, but has status " + status);
        } else if ((status == COMPLETED) != charged) {
            differences.add(uuid + (charged ? " was charged" : " was not charged") + " and has status " + status);
        }
    }

    private Map<String, JsonObject> transactions(List<String> differences) {
        Map<String, JsonObject> transactions = new HashMap<>();
        String page = "/generic/transaction/?provider=reference&limit=100";
        while (page != null) {
            JsonObject list = solitude.get(page).json();
            list.getJsonArray("objects").getValuesAs(JsonObject.class).forEach(each -> {
                if (transactions.put(each.getString("uuid"), each) != null) {
                    differences.add(each.getString("uuid") + " exists twice");
                }
            });
            page = list.getJsonObject("meta").get("next") instanceof JsonString next ? next.getString() : null;
        }
        return transactions;
    }

    private static BigDecimal sum(Iterable<JsonObject> transactions) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonObject each : transactions) {
            if (each.getInt("status") == COMPLETED) {
                sum = sum.add(new BigDecimal(each.getString("amount")));
            }
        }
        return sum;
    }

    private boolean isEmpty(String list) {
        return solitude.get(list).json().getJsonArray("objects").isEmpty();
    }
}
