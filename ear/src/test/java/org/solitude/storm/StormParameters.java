package org.solitude.storm;

import java.time.Duration;
import java.util.Random;
import org.solitude.testkit.provider.Faults;

/**
 * Parameters of a run. The seed decides the amounts and, with the order of requests, which calls the provider's faults
 * affect.
 */
record StormParameters(int payments, int kills, Duration latency, long seed) {

    static StormParameters fromSystemProperties() {
        return new StormParameters(
                Integer.getInteger("solitude.payments", 40),
                Integer.getInteger("solitude.kills", 1),
                Duration.parse(System.getProperty("solitude.latency", "PT0.2S")),
                Long.getLong("solitude.seed", new Random().nextInt(1_000_000)));
    }

    /**
     * Returns the faults: a tenth of the calls gets a 503, a twentieth loses its connection, half of these after the
     * charge; keys are forgotten before the retries end; and events come late, twice, or with another amount.
     */
    Faults faults() {
        return Faults.of(
                "seed=" + seed,
                "latency=" + latency,
                "settling=PT0.5S",
                "unavailable=0.1",
                "dropped-before=0.025",
                "dropped-after=0.025",
                "refused=0.03",
                "declined=0.05",
                "notices-lost=0.05",
                "notices-twice=0.1",
                "notices-late=0.1",
                "notices-wrong=0.05",
                "missing=0.03",
                "keys-kept=PT1S");
    }
}
