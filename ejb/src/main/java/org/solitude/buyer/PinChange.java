package org.solitude.buyer;

import org.jspecify.annotations.Nullable;
import org.solitude.validation.Violations;

/**
 * A requested change of a PIN.
 *
 * @param requested false to leave the PIN unchanged
 * @param digits the new PIN, null to remove it
 */
public record PinChange(boolean requested, @Nullable String digits) {

    public static final PinChange NONE = new PinChange(false, null);

    private static final int LENGTH = 4;

    public static PinChange to(@Nullable String digits) {
        return new PinChange(true, digits);
    }

    /** Adds the violations of the new PIN. */
    public void check(String field, Violations violations) {
        if (digits != null) {
            check(field, digits, violations);
        }
    }

    /** Adds the violations of a PIN that a buyer entered. */
    public static void check(String field, String digits, Violations violations) {
        if (digits.length() != LENGTH) {
            violations.add(field, "PIN_4_NUMBERS_LONG", "A PIN has four digits.");
        }
        if (!digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            violations.add(field, "PIN_ONLY_NUMBERS", "A PIN has digits only.");
        }
    }

    /** Returns whether a text is a PIN. */
    static boolean isPin(String digits) {
        Violations violations = new Violations();
        check("pin", digits, violations);
        return violations.isEmpty();
    }

    /** Hides the digits, because the text may reach a log. */
    @Override
    public String toString() {
        return requested ? "a change" : "no change";
    }
}
