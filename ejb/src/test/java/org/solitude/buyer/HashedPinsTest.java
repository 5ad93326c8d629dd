package org.solitude.buyer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** New PINs that are hashed before the row is locked. */
class HashedPinsTest {

    private final List<String> hashed = new ArrayList<>();

    private final PinHasher hasher = new PinHasher() {
        @Override
        public String hash(String pin) {
            hashed.add(pin);
            return "hash of " + pin;
        }

        @Override
        public boolean matches(String pin, @Nullable String hash) {
            return hash(pin).equals(hash);
        }
    };

    @Test
    void pinIsHashedOnceAndInAdvance() {
        PinHasher prepared = HashedPins.of(hasher, List.of("1234", "1234"));
        assertThat(hashed).containsExactly("1234");
        assertThat(prepared.hash("1234")).isEqualTo("hash of 1234");
        assertThat(hashed).containsExactly("1234");
    }

    @Test
    void whatIsNoPinIsNotHashed() {
        HashedPins.of(hasher, List.of("12a4", "12345", ""));
        assertThat(hashed).isEmpty();
    }

    @Test
    void digitsAreNotInText() {
        assertThat(HashedPins.of(hasher, List.of("1234"))).asString().isEqualTo("1 hashed PINs");
    }
}
