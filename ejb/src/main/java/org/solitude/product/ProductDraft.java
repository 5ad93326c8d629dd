package org.solitude.product;

import org.jspecify.annotations.Nullable;
import org.solitude.validation.Violations;

/**
 * All values of a product that a client can set.
 *
 * @param seller the primary key of the seller
 * @param access {@link #PURCHASE} or {@link #SIMULATE}
 */
public record ProductDraft(
        @Nullable Long seller,
        @Nullable String externalId,
        @Nullable String publicId,
        int access,
        SecretChange secret) {

    /** The product can be bought. */
    public static final int PURCHASE = 1;

    /** Purchases of the product are simulated; no money moves. */
    public static final int SIMULATE = 2;

    /** The default values. A PUT leaves the secret unchanged. */
    public static final ProductDraft BLANK = new ProductDraft(null, null, null, PURCHASE, SecretChange.NONE);

    /** Adds the violations of this draft. */
    public void check(Violations violations) {
        if (seller == null) {
            violations.required("seller");
        }
        if (access != PURCHASE && access != SIMULATE) {
            violations.addFirst("access", "INVALID_CHOICE", "Send 1 (purchase) or 2 (simulate).");
        }
    }
}
