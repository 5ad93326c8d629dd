package org.solitude.web.api.buyer;

import org.solitude.buyer.BuyerDraft;
import org.solitude.buyer.PinChange;
import org.solitude.web.http.json.JsonFields;

/** Reads the fields of a buyer. */
class BuyerForm {

    private BuyerForm() {}

    /** Reads a draft; a field that was not sent has its value in {@code base}. */
    static BuyerDraft read(JsonFields fields, BuyerDraft base) {
        PinChange pin = pin(fields, "pin", base.pin());
        boolean statesConfirmation = pin.requested() ? fields.has("pin_confirmed") : fields.changes("pin_confirmed");
        BuyerDraft draft = new BuyerDraft(
                fields.text("uuid", base.uuid()),
                fields.flag("active", base.active()),
                fields.text("email", base.email()),
                fields.text("locale", base.locale()),
                fields.flag("authenticated", base.authenticated()),
                pin,
                pin(fields, "new_pin", base.newPin()),
                statesConfirmation ? (Boolean) fields.flag("pin_confirmed", false) : base.pinConfirmed(),
                fields.changes("needs_pin_reset")
                        ? (Boolean) fields.flag("needs_pin_reset", false)
                        : base.needsPinReset());
        fields.refuseServerFields();
        fields.refuse("paypal", "pin_failures", "pin_is_locked_out", "pin_was_locked_out");
        draft.check(fields.violations());
        fields.finish();
        return draft;
    }

    /** Reads a PIN; a boolean that states whether there is one, as the record shows it, means "unchanged". */
    private static PinChange pin(JsonFields fields, String field, PinChange base) {
        return fields.changes(field) ? PinChange.to(fields.text(field, null)) : base;
    }
}
