package org.solitude.web.api.paymenttransaction;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.solitude.paymenttransaction.PaymentTransaction;
import org.solitude.paymenttransaction.PaymentTransactionDraft.Changeable;
import org.solitude.web.api.ResourceUris;

/** A transaction that undoes another, as part of the document of that one; its own relations are left out. */
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

    static RelationDocument of(PaymentTransaction transaction) {
        Changeable now = transaction.changeable();
        return new RelationDocument(
                transaction.id(),
                ResourceUris.TRANSACTION.of(transaction.id()),
                transaction.uuid(),
                ResourceUris.PRODUCT.of(transaction.product()),
                ResourceUris.SELLER.of(transaction.seller()),
                ResourceUris.BUYER.ofNullable(transaction.buyer()),
                now.money().text(),
                now.money().currency(),
                transaction.provider(),
                transaction.type().code(),
                now.status().code(),
                now.statusReason(),
                ResourceUris.TRANSACTION.ofNullable(transaction.related()),
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
