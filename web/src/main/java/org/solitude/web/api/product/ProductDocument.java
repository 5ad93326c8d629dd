package org.solitude.web.api.product;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.solitude.product.Product;
import org.solitude.web.api.RecordResponses;
import org.solitude.web.api.ResourceUris;

/** A product as clients see it, without its secret. */
public record ProductDocument(
        long resourcePk,
        String resourceUri,
        String seller,
        @Nullable String externalId,
        @Nullable String publicId,
        int access,
        Instant created,
        Instant modified,
        long counter)
        implements RecordResponses.Document {

    static ProductDocument of(Product product) {
        return new ProductDocument(
                product.id(),
                ResourceUris.PRODUCT.of(product.id()),
                ResourceUris.SELLER.of(product.seller()),
                product.externalId(),
                product.publicId(),
                product.access(),
                product.created(),
                product.modified(),
                product.counter());
    }
}
