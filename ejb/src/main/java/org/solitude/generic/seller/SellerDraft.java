package org.solitude.generic.seller;

import org.jspecify.annotations.Nullable;
import org.solitude.generic.Violations;

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
