package org.solitude.buyer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.solitude.validation.InvalidFieldsException;
import org.solitude.validation.Violation;
import org.solitude.validation.Violations;

/** The validation rules of a buyer. */
class BuyerDraftTest {

    @Test
    void uuidIsRequired() {
        assertThat(codes(draft(null, null, null))).containsEntry("uuid", List.of("FIELD_REQUIRED"));
        assertThat(codes(draft("", null, null))).containsEntry("uuid", List.of("FIELD_REQUIRED"));
    }

    @ParameterizedTest
    @CsvSource({
        "123,PIN_4_NUMBERS_LONG",
        "12345,PIN_4_NUMBERS_LONG",
        "'',PIN_4_NUMBERS_LONG",
        "12a4,PIN_ONLY_NUMBERS",
        "١٢٣٤,PIN_ONLY_NUMBERS",
        "-123,PIN_ONLY_NUMBERS"
    })
    void pinMustHaveFourDigits(String pin, String code) {
        assertThat(codes(draft("ada", null, pin))).isEqualTo(Map.of("pin", List.of(code), "new_pin", List.of(code)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada", "@example.org", "ada@", "a da@example.org", "ada@example.org\nBcc: bob@example.org"})
    void malformedEmailIsInvalid(String email) {
        assertThat(codes(draft("ada", email, null))).containsOnlyKeys("email");
    }

    @Test
    void otherValuesAreValid() {
        assertThat(codes(draft("some:uid", "ada@example.org", "0000"))).isEmpty();
        assertThat(codes(draft("some:uid", null, null))).isEmpty();
    }

    @Test
    void toStringDoesNotShowThePin() {
        assertThat(draft("ada", null, "9876").toString()).doesNotContain("9876");
    }

    private static BuyerDraft draft(@Nullable String uuid, @Nullable String email, @Nullable String pin) {
        return new BuyerDraft(uuid, true, email, null, true, PinChange.to(pin), PinChange.to(pin), null, null);
    }

    private static Map<String, List<String>> codes(BuyerDraft draft) {
        Violations violations = new Violations();
        draft.check(violations);
        InvalidFieldsException thrown = catchThrowableOfType(InvalidFieldsException.class, violations::throwIfAny);
        return thrown == null
                ? Map.of()
                : thrown.byField().entrySet().stream()
                        .collect(java.util.stream.Collectors.toMap(
                                Map.Entry::getKey,
                                e -> e.getValue().stream().map(Violation::code).toList()));
    }
}
