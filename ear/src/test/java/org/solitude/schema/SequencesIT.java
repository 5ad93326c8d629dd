package org.solitude.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.solitude.harness.TestServer;
import org.solitude.harness.UsesSharedServer;

/**
 * Tests that sequences cache no numbers: a number that is used before it is stored could be used again after a kill.
 */
@UsesSharedServer
class SequencesIT {

    @Test
    void noSequenceCachesNumbers() {
        List<String> caches =
                TestServer.client().get("/probe/sequences/").text().lines().toList();
        assertThat(caches)
                .as("sequences and identity columns with the size of their caches")
                .anyMatch(line -> line.startsWith("delayed_task"))
                .anyMatch(line -> line.startsWith("buyer_seq"))
                .allMatch(line -> line.endsWith(" 1"));
    }
}
