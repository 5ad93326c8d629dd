package org.solitude.buyer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A PIN that is compared before the row is locked: the comparison counts for the hash that was compared with only. */
class ComparedPinTest {

    private final List<String> compared = new ArrayList<>();

    private final PinHasher hasher = new PinHasher() {
        @Override
        public String hash(String pin) {
            return "hash of " + pin;
        }

        @Override
        public boolean matches(String pin, @Nullable String hash) {
            compared.add(String.valueOf(hash));
            return hash(pin).equals(hash);
        }
    };

    @Test
    void sameHashIsNotComparedAgain() {
        PinHasher prepared = ComparedPin.of(hasher, "1234", "hash of 1234");
        assertThat(prepared.matches("1234", "hash of 1234")).isTrue();
        assertThat(compared).containsExactly("hash of 1234");
    }

    @Test
    void hashThatChangedMeanwhileIsComparedAgain() {
        PinHasher prepared = ComparedPin.of(hasher, "1234", "hash of 1234");
        assertThat(prepared.matches("1234", "hash of 5678")).isFalse();
        assertThat(prepared.matches("1234", null)).isFalse();
        assertThat(compared).containsExactly("hash of 1234", "hash of 5678", "null");
    }

    @Test
    void digitsAreNotInText() {
        assertThat(ComparedPin.of(hasher, "1234", null)).asString().doesNotContain("1234");
    }
}
