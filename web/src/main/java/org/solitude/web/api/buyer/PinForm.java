package org.solitude.web.api.buyer;

import java.util.Objects;
import org.solitude.buyer.PinChange;
import org.solitude.web.http.json.JsonFields;

/** A PIN that somebody typed, and whose it is to be. */
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

    /** Never the digits: this may end up in a log. */
    @Override
    public String toString() {
        return "a PIN for " + uuid;
    }
}
