package org.solitude.caller;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** Identity and permissions of callers. */
class CallerTest {

    private final Caller client = new Caller("shop", null, Set.of(Role.CLIENT));
    private final Caller subject = new Caller("shop", "https://issuer.example", Set.of(Role.CLIENT));

    @Test
    void clientAndSubjectOfTheSameNameAreDifferentOwners() {
        assertThat(client.id()).isNotEqualTo(subject.id());
        assertThat(client.maySee(subject.id())).isFalse();
        assertThat(subject.maySee(client.id())).isFalse();
    }

    @Test
    void subjectsOfTwoIssuersAreDifferentOwners() {
        Caller other = new Caller("shop", "https://other.example", Set.of(Role.CLIENT));
        assertThat(other.id()).isNotEqualTo(subject.id());
    }

    @Test
    void callerSeesItsOwn() {
        assertThat(client.maySee(client.id())).isTrue();
        assertThat(client.maySee(null)).isFalse();
    }

    @Test
    void operatorSeesEverything() {
        Caller operator = new Caller("ops", null, Set.of(Role.OPERATOR));
        assertThat(operator.maySee(client.id())).isTrue();
        assertThat(operator.maySee(null)).isTrue();
    }

    @Test
    void unknownRolesAreIgnored() {
        assertThat(new Caller("x", null, Set.of("admin", "Operator")).isKnown()).isFalse();
    }

    @Test
    void idOfALongNameIsUniqueAndFitsItsColumn() {
        Caller one = new Caller("a".repeat(5000) + "1", "https://issuer.example", Set.of());
        Caller other = new Caller("a".repeat(5000) + "2", "https://issuer.example", Set.of());
        assertThat(one.id()).hasSizeLessThanOrEqualTo(255).isNotEqualTo(other.id());
    }
}
