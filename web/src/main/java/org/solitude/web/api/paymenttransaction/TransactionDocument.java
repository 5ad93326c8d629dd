package org.solitude.web.api.paymenttransaction;

import jakarta.json.bind.annotation.JsonbTransient;
import jakarta.ws.rs.core.EntityTag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.solitude.paymenttransaction.PaymentTransaction;
import org.solitude.paymenttransaction.PaymentTransactionDraft.Changeable;
import org.solitude.web.api.RecordResponses;
import org.solitude.web.api.ResourceUris;

/**
 * A transaction as clients see it.
 *
 * @param relations the transactions that undo this one
 */
public record TransactionDocument(
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
        List<RelationDocument> relations,
        @Nullable String uidPay,
        @Nullable String uidSupport,
        @Nullable String source,
        @Nullable String carrier,
        @Nullable String region,
        @Nullable String notes,
        Instant created,
        Instant modified,
        long counter)
        implements RecordResponses.Document {

    /** Makes the document of a transaction and of those that undo it. */
    public static TransactionDocument of(PaymentTransaction transaction, List<PaymentTransaction> relations) {
        Changeable now = transaction.changeable();
        return new TransactionDocument(
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
                relations.stream().map(RelationDocument::of).toList(),
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

    /** Makes the tag of the counter and of the relations, which are part of the document and change on their own. */
    @Override
    @JsonbTransient
    public EntityTag tag() {
        if (relations.isEmpty()) {
            return new EntityTag(Long.toString(counter));
        }
        List<String> shown = relations.stream()
                .map(relation -> relation.resourcePk() + ":" + relation.counter())
                .toList();
        return new EntityTag(counter + "-" + Integer.toHexString(shown.hashCode()));
    }
}
