package org.solitude.web.api.buyer;

import java.util.Objects;
import org.solitude.buyer.PinChange;
import org.solitude.web.http.json.JsonFields;

/** A PIN that a buyer typed, and the UUID of the buyer. */
record PinForm(String uuid, String pin) {

    static PinForm read(JsonFields fields) {
        String uuid = fields.text("uuid", null);
        String pin = fields.text("pin", null);
        if (uuid == null) {
            fields.violations().required("uuid");
        }
        if (pin == null) {
            fields.violations().required("pin");
        }
        PinChange.to(pin).check("pin", fields.violations());
        fields.finish();
        return new PinForm(Objects.requireNonNull(uuid), Objects.requireNonNull(pin));
    }

    /** Leaves out the digits: the text may be logged. */
    @Override
    public String toString() {
        return "a PIN for " + uuid;
    }
}
