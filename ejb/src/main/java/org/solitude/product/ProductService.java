package org.solitude.product;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.solitude.crypto.Encryptor;
import org.solitude.persistence.EntityStore;
import org.solitude.persistence.UniqueKey;
import org.solitude.persistence.paging.AttributeFilter;
import org.solitude.persistence.paging.Page;
import org.solitude.persistence.paging.PageRequest;
import org.solitude.seller.Seller;
import org.solitude.validation.RecordNotFoundException;
import org.solitude.validation.Violations;

/** Creates, changes and lists products. */
@ApplicationScoped
public class ProductService {

    private static final UniqueKey EXTERNAL_ID = new UniqueKey(
            "product_external_id",
            "external_id",
            "EXTERNAL_PRODUCT_ID_IS_NOT_UNIQUE",
            "Another product of this seller has this id already.");

    private static final UniqueKey PUBLIC_ID = new UniqueKey(
            "product_public_id",
            "public_id",
            "PUBLIC_PRODUCT_ID_IS_NOT_UNIQUE",
            "Another product has this id already.");

    @Inject
    private EntityStore store;

    @Inject
    private Encryptor encryptor;

    @Inject
    private Clock clock;

    public Product create(ProductDraft draft) {
        check(draft, ProductDraft.BLANK);
        Product product = new Product(draft, encryptor, clock.instant());
        store.add(product, EXTERNAL_ID, PUBLIC_ID);
        return product;
    }

    public Product get(long pk) {
        return store.find(Product.class, pk).orElseThrow(() -> missing(pk));
    }

    /**
     * Changes a product under a row lock.
     *
     * @param edit receives the product and the draft that would leave it unchanged, and returns the draft to apply
     */
    public Product change(long pk, BiFunction<Product, ProductDraft, ProductDraft> edit) {
        Product product = store.lock(Product.class, pk).orElseThrow(() -> missing(pk));
        ProductDraft present = product.asDraft();
        ProductDraft wanted = edit.apply(product, present);
        check(wanted, present);
        if (!wanted.equals(present)) {
            product.apply(wanted, encryptor, clock.instant());
            store.save(EXTERNAL_ID, PUBLIC_ID);
        }
        return product;
    }

    /** Lists products, newest first. A null parameter does not filter. */
    public Page<Product> list(
            @Nullable String externalId, @Nullable String publicId, @Nullable Long seller, PageRequest slice) {
        AttributeFilter<Product> selection = new AttributeFilter<>(Product.class)
                .where("publicId", publicId)
                .where("seller", seller)
                .where("externalId", externalId);
        return store.page(selection, slice);
    }

    /** Checks what needs the database: that the seller exists and that the ids are unique. */
    private void check(ProductDraft wanted, ProductDraft present) {
        Violations violations = new Violations();
        Long seller = Objects.requireNonNull(wanted.seller());
        boolean otherSeller = !seller.equals(present.seller());
        if (otherSeller && store.find(Seller.class, seller).isEmpty()) {
            violations.doesNotExist("seller");
        }
        if (wanted.externalId() != null
                && (otherSeller || !wanted.externalId().equals(present.externalId()))
                && store.exists(new AttributeFilter<>(Product.class)
                        .where("seller", seller)
                        .where("externalId", wanted.externalId()))) {
            EXTERNAL_ID.addTo(violations);
        }
        if (wanted.publicId() != null
                && !wanted.publicId().equals(present.publicId())
                && store.exists(new AttributeFilter<>(Product.class).where("publicId", wanted.publicId()))) {
            PUBLIC_ID.addTo(violations);
        }
        violations.throwIfAny();
    }

    private static RecordNotFoundException missing(long pk) {
        return new RecordNotFoundException("There is no product " + pk + ".");
    }
}
