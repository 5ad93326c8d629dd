package org.solitude.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.solitude.harness.TestServer;
import org.solitude.harness.UsesSharedServer;

/** No number is given out before it is written down, or a kill would have it given out twice. */
@UsesSharedServer
class SequencesIT {

    @Test
    void noSequenceCachesNumbers() {
        List<String> caches =
                TestServer.client().get("/probe/sequences/").text().lines().toList();
        assertThat(caches)
                .as("what numbers sequences and identity columns take at once")
                .anyMatch(line -> line.startsWith("delayed_task"))
                .anyMatch(line -> line.startsWith("buyer_seq"))
                .allMatch(line -> line.endsWith(" 1"));
    }
}
