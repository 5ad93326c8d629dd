package org.solitude.caller;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class CallerTest {

    private final Caller client = new Caller("shop", null, Set.of(Role.CLIENT));
    private final Caller subject = new Caller("shop", "https://issuer.example", Set.of(Role.CLIENT));

    @Test
    void aClientAndASubjectOfOneNameAreTwoOwners() {
        assertThat(client.id()).isNotEqualTo(subject.id());
        assertThat(client.maySee(subject.id())).isFalse();
        assertThat(subject.maySee(client.id())).isFalse();
    }

    @Test
    void soAreTheSubjectsOfTwoIssuers() {
        Caller other = new Caller("shop", "https://other.example", Set.of(Role.CLIENT));
        assertThat(other.id()).isNotEqualTo(subject.id());
    }

    @Test
    void theMakerSeesItsOwn() {
        assertThat(client.maySee(client.id())).isTrue();
        assertThat(client.maySee(null)).isFalse();
    }

    @Test
    void anOperatorSeesEverything() {
        Caller operator = new Caller("ops", null, Set.of(Role.OPERATOR));
        assertThat(operator.maySee(client.id())).isTrue();
        assertThat(operator.maySee(null)).isTrue();
    }

    @Test
    void rolesThatAreNotOursCountForNothing() {
        assertThat(new Caller("x", null, Set.of("admin", "Operator")).isKnown()).isFalse();
    }

    @Test
    void anIdFitsItsColumnHoweverLongTheName() {
        Caller one = new Caller("a".repeat(5000) + "1", "https://issuer.example", Set.of());
        Caller other = new Caller("a".repeat(5000) + "2", "https://issuer.example", Set.of());
        assertThat(one.id()).hasSizeLessThanOrEqualTo(255).isNotEqualTo(other.id());
    }
}
