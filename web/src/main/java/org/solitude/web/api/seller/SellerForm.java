package org.solitude.web.api.seller;

import org.solitude.seller.SellerDraft;
import org.solitude.web.http.json.JsonFields;

/** Reads the fields of a seller. */
class SellerForm {

    private SellerForm() {}

    /** Reads a draft; a field that was not sent has its value in {@code base}. */
    static SellerDraft read(JsonFields fields, SellerDraft base) {
        SellerDraft draft = new SellerDraft(fields.text("uuid", base.uuid()), fields.flag("active", base.active()));
        fields.refuseServerFields();
        draft.check(fields.violations());
        fields.finish();
        return draft;
    }
}
