package org.solitude.web.api.product;

import org.solitude.product.ProductDraft;
import org.solitude.product.SecretChange;
import org.solitude.web.api.ResourceUris;
import org.solitude.web.http.json.JsonFields;

/** Reads the fields of a product. */
class ProductForm {

    private ProductForm() {}

    /** Reads a draft; a field that was not sent has its value in {@code base}. */
    static ProductDraft read(JsonFields fields, ProductDraft base) {
        ProductDraft draft = new ProductDraft(
                fields.reference("seller", base.seller(), ResourceUris.SELLER::keyIn),
                fields.text("external_id", base.externalId()),
                fields.text("public_id", base.publicId()),
                fields.integer("access", base.access()),
                fields.has("secret") ? SecretChange.to(fields.text("secret", null)) : base.secret());
        fields.refuseServerFields();
        draft.check(fields.violations());
        fields.finish();
        return draft;
    }
}
