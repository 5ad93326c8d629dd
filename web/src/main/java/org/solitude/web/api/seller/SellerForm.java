package org.solitude.web.api.seller;

import org.solitude.seller.SellerDraft;
import org.solitude.web.http.json.JsonFields;

/** What clients may say of a seller. */
class SellerForm {

    private SellerForm() {}

    /** The draft the fields make of {@code base}, which holds where they are silent. */
    static SellerDraft read(JsonFields fields, SellerDraft base) {
        SellerDraft draft = new SellerDraft(fields.text("uuid", base.uuid()), fields.flag("active", base.active()));
        fields.refuseServerFields();
        draft.check(fields.violations());
        fields.finish();
        return draft;
    }
}
