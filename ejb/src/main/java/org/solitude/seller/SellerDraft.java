package org.solitude.seller;

import org.jspecify.annotations.Nullable;
import org.solitude.validation.Violations;

/** All values of a seller that a client can set. */
public record SellerDraft(@Nullable String uuid, boolean active) {

    /** The default values. */
    public static final SellerDraft BLANK = new SellerDraft(null, true);

    /** Adds the violations of this draft. */
    public void check(Violations violations) {
        if (uuid == null || uuid.isEmpty()) {
            violations.required("uuid");
        }
    }
}
