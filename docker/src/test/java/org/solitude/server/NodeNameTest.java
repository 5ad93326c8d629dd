package org.solitude.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NodeNameTest {

    @Test
    void keeps_the_end_of_a_long_host_name_where_replicas_differ() {
        assertThat(NodeName.of("shop", 8080)).isEqualTo("shop:8080");
        assertThat(NodeName.of("solitude-5d8f7b9c4-x7k2p", 8080)).hasSize(23).endsWith("x7k2p:8080");
        assertThat(NodeName.of("grünkohl-".repeat(9), 1)).hasSize(23).matches("\\p{ASCII}+");
    }
}
