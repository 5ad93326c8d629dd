package org.solitude.product;

import org.jspecify.annotations.Nullable;
import org.solitude.validation.Violations;

/**
 * All that a client may say of a product.
 *
 * @param seller the seller's key
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

    /** Buying the product can be tried, and nobody pays. */
    public static final int SIMULATE = 2;

    /** What holds for a product of which nothing was said. A PUT leaves the secret alone. */
    public static final ProductDraft BLANK = new ProductDraft(null, null, null, PURCHASE, SecretChange.NONE);

    /** The rules of a product. */
    public void check(Violations violations) {
        if (seller == null) {
            violations.required("seller");
        }
        if (access != PURCHASE && access != SIMULATE) {
            violations.addFirst("access", "INVALID_CHOICE", "Send 1 (purchase) or 2 (simulate).");
        }
    }
}
