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

/** A small storm with every build; as hard as you like with {@code -Pstorm}, see docs/testing.md. */
class PaymentStormIT {

    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    @Test
    void everyPaymentEndsChargedAtMostOnceAndSumsAgree() throws IOException, InterruptedException {
        StormParameters weather = StormParameters.fromSystemProperties();
        try (TestDatabase database = TestDatabase.start(weather.database());
                ReferenceProvider provider = ReferenceProvider.start(Faults.none());
                ServerProcess server = new ServerProcess("storm-" + weather.database(), database, provider)) {
            server.launch();
            server.awaitUp();
            SolitudeClient solitude = server.client();
            PayingClients payers = new PayingClients(solitude, TestShop.create(solitude), weather);
            provider.injectFaults(weather.faults());
            Thread paying = new Thread(payers, "payers");
            paying.start();
            for (int kill = 1; kill <= weather.kills(); kill++) {
                int charges = weather.payments() * kill / (weather.kills() + 2);
                await("charges")
                        .atMost(TIMEOUT)
                        .pollInterval(Duration.ofMillis(5))
                        .until(() -> provider.ledger().charges().size() >= charges);
                server.kill();
                server.launch();
                server.awaitUp();
            }
            paying.join(TIMEOUT.toMillis());
            LedgerComparison audit = new LedgerComparison(solitude, provider, payers.acceptedByUuid());
            audit.awaitAllPaymentsEnded();
            String ends = weather + "\n" + audit.outcomes() + "\ncharges: "
                    + provider.ledger().charges().size() + "\n" + String.join("\n", audit.differences());
            Files.writeString(server.directory().resolve("storm.txt"), ends);
            assertThat(payers.acceptedCount()).as("%s", weather).isEqualTo(weather.payments());
            assertThat(audit.differences()).as("%s", ends).isEmpty();
        }
    }
}
