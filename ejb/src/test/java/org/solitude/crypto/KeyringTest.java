package org.solitude.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parsing of keyrings. */
class KeyringTest {

    private static final String KEY = AesGcmEncryptorTest.key(1);

    @Test
    void firstKeyIsCurrent() {
        assertThat(Keyring.of(List.of(" b : " + KEY, "a:" + KEY)).current().id())
                .isEqualTo("b");
        assertThat(Keyring.single(KEY).current().id()).isEqualTo(Keyring.ONLY_KEY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no-colon", ":AAAA", "with space:AAAA", "a:AAAA", "a:not base64!", "a:"})
    void malformedKeyIsRefusedWithoutShowingIt(String line) {
        assertThatThrownBy(() -> Keyring.of(List.of(line)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("AAAA")
                .hasMessageNotContaining("base64!");
    }

    @Test
    void duplicateIdAndEmptyKeyringAreRefused() {
        assertThatThrownBy(() -> Keyring.of(List.of("a:" + KEY, "a:" + KEY))).hasMessageContaining("two");
        assertThatThrownBy(() -> Keyring.of(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
