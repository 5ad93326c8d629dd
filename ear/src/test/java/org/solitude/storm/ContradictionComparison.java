package org.solitude.storm;

import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.solitude.testkit.client.SolitudeClient;
import org.solitude.testkit.provider.ReferenceProvider;

/** Compares the contradictions that operators see with the provider's events that reported a wrong amount. */
record ContradictionComparison(SolitudeClient operator, ReferenceProvider provider) {

    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    /** Waits until each payment with a wrong event is listed; the provider repeats an event until it is taken. */
    void awaitAllListed() {
        await("all wrong events are listed")
                .atMost(TIMEOUT)
                .pollInterval(Duration.ofMillis(500))
                .until(this::unlisted, Set::isEmpty);
    }

    private Set<String> unlisted() {
        Set<String> unlisted = new TreeSet<>(provider.ledger().misreported());
        transactionsWithAmountContradiction()
                .forEach(uri -> unlisted.remove(operator.get(uri).json().getString("uuid")));
        return unlisted;
    }

    private Set<String> transactionsWithAmountContradiction() {
        Set<String> transactions = new HashSet<>();
        String page = "/operations/contradictions/?provider=reference&limit=100";
        while (page != null) {
            JsonObject list = operator.get(page).json();
            list.getJsonArray("objects").getValuesAs(JsonObject.class).stream()
                    .filter(each -> each.getString("kind").equals("amount"))
                    .forEach(each -> transactions.add(each.getString("transaction")));
            page = list.getJsonObject("meta").get("next") instanceof JsonString next ? next.getString() : null;
        }
        return transactions;
    }
}
