package org.solitude.buyer;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.solitude.validation.Violations;

/**
 * All that a client may say of a buyer. A create and a PUT start from {@link #BLANK}, a PATCH from the buyer as it is.
 *
 * @param pinConfirmed null to leave it to the PIN: one that was changed is unconfirmed
 * @param needsPinReset null to leave it as it is
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

    /** What holds for a buyer of whom nothing was said. A PUT leaves the PIN and its state alone. */
    public static final BuyerDraft BLANK =
            new BuyerDraft(null, true, null, null, true, PinChange.NONE, PinChange.NONE, null, null);

    /** Deliberately loose: whether an address exists, only a message to it can tell. */
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");

    /** The rules of a buyer. */
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
