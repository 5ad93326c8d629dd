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

/** Holds our books against the provider's. Each difference is a line of words; there must be none. */
record LedgerComparison(SolitudeClient solitude, ReferenceProvider provider, Map<String, Boolean> acceptedByUuid) {

    private static final Duration TIMEOUT = Duration.ofMinutes(10);
    private static final int COMPLETED = 1;
    private static final int FAILED = 4;

    /** Every task has run and every payment has reached its end. */
    void awaitAllPaymentsEnded() {
        await("every payment's end")
                .atMost(TIMEOUT)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> isEmpty("/delay/result/?run=false&limit=1")
                        && isEmpty("/generic/transaction/?provider=reference&status=3&limit=1")
                        && isEmpty("/generic/transaction/?provider=reference&status=0&limit=1"));
    }

    List<String> differences() {
        List<String> differences = new ArrayList<>();
        Map<String, JsonObject> ours = transactions(differences);
        Map<String, List<Charge>> theirs = new HashMap<>();
        provider.ledger().charges().forEach(charge -> theirs.computeIfAbsent(charge.uuid(), u -> new ArrayList<>())
                .add(charge));
        acceptedByUuid.forEach((uuid, promised) -> {
            if (promised && !ours.containsKey(uuid)) {
                differences.add(uuid + " was promised and is not there");
            }
        });
        theirs.forEach((uuid, charges) -> {
            if (charges.size() > 1) {
                differences.add(uuid + " was charged " + charges.size() + " times");
            }
            if (!ours.containsKey(uuid)) {
                differences.add(uuid + " was charged and is not in our books");
            }
        });
        ours.forEach((uuid, transaction) -> checkPayment(transaction, theirs.containsKey(uuid), differences));
        BigDecimal sum = sum(ours.values());
        BigDecimal charged =
                provider.ledger().charges().stream().map(Charge::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(charged) != 0) {
            differences.add("completed payments come to " + sum + ", charges to " + charged);
        }
        return differences;
    }

    /** For people: how many payments ended how, and why. */
    Map<String, Integer> outcomes() {
        Map<String, Integer> ends = new TreeMap<>();
        transactions(new ArrayList<>())
                .values()
                .forEach(each -> ends.merge(
                        each.getInt("status") == COMPLETED ? "completed" : "failed: " + each.get("status_reason"),
                        1,
                        Integer::sum));
        return ends;
    }

    private void checkPayment(JsonObject transaction, boolean charged, List<String> differences) {
        int status = transaction.getInt("status");
        String uuid = transaction.getString("uuid");
        if (status == FAILED && !(transaction.get("status_reason") instanceof JsonString)) {
            differences.add(uuid + " failed for no reason");
        }
        if (status != COMPLETED && status != FAILED) {
            differences.add(uuid + " has no end, but status " + status);
        } else if ((status == COMPLETED) != charged) {
            differences.add(uuid + (charged ? " was charged" : " was not charged") + " and has status " + status);
        }
    }

    private Map<String, JsonObject> transactions(List<String> differences) {
        Map<String, JsonObject> ours = new HashMap<>();
        String page = "/generic/transaction/?provider=reference&limit=100";
        while (page != null) {
            JsonObject list = solitude.get(page).json();
            list.getJsonArray("objects").getValuesAs(JsonObject.class).forEach(each -> {
                if (ours.put(each.getString("uuid"), each) != null) {
                    differences.add(each.getString("uuid") + " is there twice");
                }
            });
            page = list.getJsonObject("meta").get("next") instanceof JsonString next ? next.getString() : null;
        }
        return ours;
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
