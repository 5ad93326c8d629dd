package org.solitude.provider;

import java.util.Optional;

/**
 * A call that is stored in the journal.
 *
 * @param entryId the id of the journal entry
 * @param state as it was when the call was begun
 * @param response the final response to an earlier attempt, translated
 * @param subject what the call is for
 */
public record JournaledCall<S>(
        ProviderCallKey key,
        Provider provider,
        long entryId,
        CallState state,
        Optional<ProviderResponse> response,
        S subject) {}
