package org.solitude.web.api.paymenttransaction;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.solitude.paymenttransaction.TransactionLogEntry;

/** A change of one value of a transaction. */
public record LogDocument(
        long resourcePk,
        Instant created,
        String field,
        @Nullable String before,
        @Nullable String after) {

    static LogDocument of(TransactionLogEntry entry) {
        return new LogDocument(entry.id(), entry.created(), entry.field(), entry.before(), entry.after());
    }
}
