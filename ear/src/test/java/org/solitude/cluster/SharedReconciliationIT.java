package org.solitude.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.solitude.provider.TestShop;
import org.solitude.testkit.client.ApiResponse;

/** Tests that two nodes share the inquiries of open payments, and that a restart forgets no backoff. */
class SharedReconciliationIT {
    private static final Duration SOON = Duration.ofMinutes(2);

    /** The first pause is four seconds; two nodes that did not share would halve each. */
    private static final long SHORTEST_PAUSE_MILLIS = 3_500;

    @Test
    void oneNodeAtATimeInquiresAndBackoffSurvivesRestart() {
        try (InquiredProvider provider = new InquiredProvider();
                TwoNodes nodes = new TwoNodes("inquiring")) {
            provider.configure(nodes.one());
            provider.configure(nodes.two());
            nodes.startStopped();
            TestShop shop = TestShop.create(nodes.one().client());
            List<String> payments = Stream.generate(() -> pay(shop)).limit(5).toList();
            awaitPauses(provider, payments, 2);
            nodes.one().kill();
            nodes.two().kill();
            nodes.startStopped();
            awaitPauses(provider, payments, 4);
            payments.forEach(payment -> assertThat(provider.pauses(payment))
                    .allSatisfy(pause -> assertThat(pause).isGreaterThan(SHORTEST_PAUSE_MILLIS)));
        }
    }

    private static void awaitPauses(InquiredProvider provider, List<String> payments, int pauses) {
        await("each payment is inquired again").atMost(SOON).until(() -> payments.stream()
                .allMatch(payment -> provider.pauses(payment).size() >= pauses));
    }

    private static String pay(TestShop shop) {
        String uuid = UUID.randomUUID().toString();
        ApiResponse paid = shop.solitude().post("/provider/inquired/transactions/", shop.payment(uuid, "5.00"));
        assertThat(paid.status()).as("%s", paid).isEqualTo(201);
        return uuid;
    }
}
