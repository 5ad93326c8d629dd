package org.solitude.storm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.solitude.harness.ServerProcess;
import org.solitude.harness.TestDatabase;
import org.solitude.provider.TestShop;
import org.solitude.testkit.client.SolitudeClient;
import org.solitude.testkit.provider.Faults;
import org.solitude.testkit.provider.ReferenceProvider;

/**
 * Tests payments under faults and kills: few with every build, as many as wanted with {@code -Pstorm}, see
 * docs/testing.md.
 */
class PaymentStormIT {

    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    @Test
    void everyPaymentEndsChargedAtMostOnceAndSumsAgreeAndContradictionsAreListed()
            throws IOException, InterruptedException {
        StormParameters parameters = StormParameters.fromSystemProperties();
        try (TestDatabase database = TestDatabase.create("storm");
                ReferenceProvider provider = ReferenceProvider.start(Faults.none());
                ServerProcess server = new ServerProcess("storm", database, provider)) {
            server.launch();
            server.awaitUp();
            SolitudeClient solitude = server.client();
            PayingClients clients = new PayingClients(solitude, TestShop.create(solitude), parameters);
            provider.injectFaults(parameters.faults());
            Thread paying = new Thread(clients, "clients");
            paying.start();
            for (int kill = 1; kill <= parameters.kills(); kill++) {
                int charges = parameters.payments() * kill / (parameters.kills() + 2);
                await("charges")
                        .atMost(TIMEOUT)
                        .pollInterval(Duration.ofMillis(5))
                        .until(() -> provider.ledger().charges().size() >= charges);
                server.kill();
                server.launch();
                server.awaitUp();
            }
            paying.join(TIMEOUT.toMillis());
            LedgerComparison comparison = new LedgerComparison(solitude, provider, clients.acceptedByUuid());
            comparison.awaitAllPaymentsEnded();
            new ContradictionComparison(server.operator(), provider).awaitAllListed();
            String report = parameters + "\n" + comparison.outcomes() + "\ncharges: "
                    + provider.ledger().charges().size() + "\n" + String.join("\n", comparison.differences());
            Files.writeString(server.directory().resolve("storm.txt"), report);
            assertThat(clients.acceptedCount()).as("%s", parameters).isEqualTo(parameters.payments());
            assertThat(comparison.differences()).as("%s", report).isEmpty();
        }
    }
}
