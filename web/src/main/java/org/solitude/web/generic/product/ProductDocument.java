package org.solitude.web.generic.product;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.solitude.generic.product.Product;
import org.solitude.web.generic.Uris;

/** A product as clients see it: all but its secret. */
public record ProductDocument(
        long resourcePk,
        String resourceUri,
        String seller,
        @Nullable String externalId,
        @Nullable String publicId,
        int access,
        Instant created,
        Instant modified,
        long counter) {

    static ProductDocument of(Product product) {
        return new ProductDocument(
                product.id(),
                Uris.PRODUCT.of(product.id()),
                Uris.SELLER.of(product.seller()),
                product.externalId(),
                product.publicId(),
                product.access(),
                product.created(),
                product.modified(),
                product.counter());
    }
}
