package org.solitude.web.generic.transaction;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.solitude.generic.transaction.Transaction;
import org.solitude.generic.transaction.TransactionDraft.Changeable;
import org.solitude.web.generic.Uris;

/** A transaction that undoes another, as it is shown with that: a full record, without relations of its own. */
public record RelationDocument(
        long resourcePk,
        String resourceUri,
        String uuid,
        String sellerProduct,
        String seller,
        @Nullable String buyer,
        @Nullable String amount,
        @Nullable String currency,
        @Nullable String provider,
        int type,
        int status,
        @Nullable String statusReason,
        @Nullable String related,
        @Nullable String uidPay,
        @Nullable String uidSupport,
        @Nullable String source,
        @Nullable String carrier,
        @Nullable String region,
        @Nullable String notes,
        Instant created,
        Instant modified,
        long counter) {

    static RelationDocument of(Transaction transaction) {
        Changeable now = transaction.changeable();
        return new RelationDocument(
                transaction.id(),
                Uris.TRANSACTION.of(transaction.id()),
                transaction.uuid(),
                Uris.PRODUCT.of(transaction.product()),
                Uris.SELLER.of(transaction.seller()),
                Uris.BUYER.ofNullable(transaction.buyer()),
                now.money().text(),
                now.money().currency(),
                transaction.provider(),
                transaction.type().code(),
                now.status().code(),
                now.statusReason(),
                Uris.TRANSACTION.ofNullable(transaction.related()),
                now.uidPay(),
                now.uidSupport(),
                transaction.source(),
                transaction.carrier(),
                transaction.region(),
                now.notes(),
                transaction.created(),
                transaction.modified(),
                transaction.counter());
    }
}
