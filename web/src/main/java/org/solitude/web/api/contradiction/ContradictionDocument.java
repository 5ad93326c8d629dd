package org.solitude.web.api.contradiction;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.solitude.payment.contradiction.Contradiction;
import org.solitude.web.api.ResourceUris;

/**
 * A contradiction as operators see it.
 *
 * @param kind what the two disagree about
 * @param ours what our books said when it was first seen
 * @param theirs what the provider says
 * @param occurrences how often the provider has said it
 * @param firstSeen when it said so first
 * @param resolvedBy the operator; null while it is open, as {@code resolvedAt} and {@code reason} are
 */
public record ContradictionDocument(
        long resourcePk,
        String resourceUri,
        String transaction,
        String provider,
        String kind,
        String ours,
        String theirs,
        int occurrences,
        Instant firstSeen,
        Instant lastSeen,
        @Nullable Instant resolvedAt,
        @Nullable String resolvedBy,
        @Nullable String reason) {

    static ContradictionDocument of(Contradiction contradiction, String theirs) {
        return new ContradictionDocument(
                contradiction.id(),
                ContradictionResource.PATH + contradiction.id() + "/",
                ResourceUris.TRANSACTION.of(contradiction.transaction()),
                contradiction.provider(),
                contradiction.kind().word(),
                contradiction.ours(),
                theirs,
                contradiction.occurrences(),
                contradiction.created(),
                contradiction.lastSeen(),
                contradiction.resolvedAt(),
                contradiction.resolvedBy(),
                contradiction.reason());
    }
}
