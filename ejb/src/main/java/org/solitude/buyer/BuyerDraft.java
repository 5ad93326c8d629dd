package org.solitude.buyer;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.solitude.validation.Violations;

/**
 * All values of a buyer that a client can set. A create and a PUT start from {@link #BLANK}, a PATCH from the present
 * buyer.
 *
 * @param pinConfirmed null to derive it: a changed PIN is unconfirmed
 * @param needsPinReset null to leave it unchanged
 */
public record BuyerDraft(
        @Nullable String uuid,
        boolean active,
        @Nullable String email,
        @Nullable String locale,
        boolean authenticated,
        PinChange pin,
        PinChange newPin,
        @Nullable Boolean pinConfirmed,
        @Nullable Boolean needsPinReset) {

    /** The default values. A PUT leaves the PIN and its state unchanged. */
    public static final BuyerDraft BLANK =
            new BuyerDraft(null, true, null, null, true, PinChange.NONE, PinChange.NONE, null, null);

    /** Deliberately loose: only a message to an address can show whether it exists. */
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");

    /** Adds the violations of this draft. */
    public void check(Violations violations) {
        if (uuid == null || uuid.isEmpty()) {
            violations.required("uuid");
        }
        if (email != null && !EMAIL.matcher(email).matches()) {
            violations.addFirst("email", "EMAIL_INVALID", "Send an address like name@example.org.");
        }
        pin.check("pin", violations);
        newPin.check("new_pin", violations);
    }
}
