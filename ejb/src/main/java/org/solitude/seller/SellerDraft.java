package org.solitude.seller;

import org.jspecify.annotations.Nullable;
import org.solitude.validation.Violations;

/** All that a client may say of a seller. */
public record SellerDraft(@Nullable String uuid, boolean active) {

    /** What holds for a seller of whom nothing was said. */
    public static final SellerDraft BLANK = new SellerDraft(null, true);

    /** The rules of a seller. */
    public void check(Violations violations) {
        if (uuid == null || uuid.isEmpty()) {
            violations.required("uuid");
        }
    }
}
