package org.solitude.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.solitude.buyer.Buyer;
import org.solitude.paymenttransaction.PaymentTransactionDraft;
import org.solitude.persistence.EntityStore;
import org.solitude.product.Product;
import org.solitude.product.ProductDraft;
import org.solitude.seller.Seller;
import org.solitude.validation.InvalidFieldsException;
import org.solitude.validation.Violations;

/**
 * Decides what may be paid with a provider: a product that is not simulated, of an active seller, by a buyer who is
 * neither inactive nor closed. A record that does not exist is refused elsewhere.
 */
@ApplicationScoped
class SaleRules {

    @Inject
    private EntityStore store;

    /**
     * Checks a payment before its provider is asked.
     *
     * @throws InvalidFieldsException with all violations
     */
    void check(PaymentTransactionDraft draft) {
        Violations violations = new Violations();
        if (draft.product() != null) {
            store.find(Product.class, draft.product()).ifPresent(product -> check(product, violations));
        }
        if (draft.buyer() != null) {
            store.find(Buyer.class, draft.buyer())
                    .filter(buyer -> !buyer.isActive())
                    .ifPresent(buyer -> violations.add(
                            "buyer", "BUYER_NOT_ACTIVE", "The buyer is inactive or closed and cannot pay."));
        }
        violations.throwIfAny();
    }

    private void check(Product product, Violations violations) {
        if (product.access() != ProductDraft.PURCHASE) {
            violations.add(
                    "seller_product",
                    "PRODUCT_IS_SIMULATED",
                    "No money moves for a simulated product, so no provider is asked to charge for it; record its"
                            + " purchases at /generic/transaction/.");
        }
        store.find(Seller.class, product.seller())
                .filter(seller -> !seller.isActive())
                .ifPresent(seller -> violations.add(
                        "seller_product", "SELLER_NOT_ACTIVE", "The product's seller is not active and is not paid."));
    }
}
