package org.solitude.web.api.seller;

import java.time.Instant;
import org.solitude.seller.Seller;
import org.solitude.web.api.RecordResponses;
import org.solitude.web.api.ResourceUris;

/** A seller as clients see it. */
public record SellerDocument(
        long resourcePk,
        String resourceUri,
        String uuid,
        boolean active,
        Instant created,
        Instant modified,
        long counter)
        implements RecordResponses.Document {

    static SellerDocument of(Seller seller) {
        return new SellerDocument(
                seller.id(),
                ResourceUris.SELLER.of(seller.id()),
                seller.uuid(),
                seller.isActive(),
                seller.created(),
                seller.modified(),
                seller.counter());
    }
}
