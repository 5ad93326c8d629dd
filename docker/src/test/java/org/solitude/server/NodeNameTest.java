package org.solitude.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Tests the default of the transaction manager's node identifier. */
class NodeNameTest {

    @Test
    void longHostNameIsCutAtTheStart() {
        assertThat(NodeName.of("shop", 8080)).isEqualTo("shop:8080");
        assertThat(NodeName.of("solitude-5d8f7b9c4-x7k2p", 8080)).hasSize(23).endsWith("x7k2p:8080");
        assertThat(NodeName.of("grünkohl-".repeat(9), 1)).hasSize(23).matches("\\p{ASCII}+");
    }
}
