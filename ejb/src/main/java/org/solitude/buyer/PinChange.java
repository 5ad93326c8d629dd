package org.solitude.buyer;

import org.jspecify.annotations.Nullable;
import org.solitude.validation.Violations;

/**
 * What a request wants to become of a PIN.
 *
 * @param asked false to leave the PIN as it is
 * @param digits the PIN from now on, null for none
 */
public record PinChange(boolean requested, @Nullable String digits) {

    public static final PinChange NONE = new PinChange(false, null);

    private static final int LENGTH = 4;

    public static PinChange to(@Nullable String digits) {
        return new PinChange(true, digits);
    }

    /** The rules of a PIN. */
    public void check(String field, Violations violations) {
        if (digits != null) {
            check(field, digits, violations);
        }
    }

    /** The rules of a PIN, for one that somebody typed. */
    public static void check(String field, String digits, Violations violations) {
        if (digits.length() != LENGTH) {
            violations.add(field, "PIN_4_NUMBERS_LONG", "A PIN has four digits.");
        }
        if (!digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            violations.add(field, "PIN_ONLY_NUMBERS", "A PIN has digits only.");
        }
    }

    /** Never the digits: this may end up in a log. */
    @Override
    public String toString() {
        return requested ? "a change" : "no change";
    }
}
