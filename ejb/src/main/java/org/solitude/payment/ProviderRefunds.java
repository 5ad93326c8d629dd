package org.solitude.payment;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The refunds of one payment at its provider.
 *
 * @param payment the provider's id of the payment
 */
record ProviderRefunds(String payment) {

    private static final int MAX_UID_LENGTH = 255;

    /** Returns the path of the refunds in the provider's API. */
    String path() {
        return "transactions/"
                + URLEncoder.encode(payment, StandardCharsets.UTF_8).replace("+", "%20") + "/refunds/";
    }

    /**
     * Returns the list of the refunds. Providers number refunds for themselves, and our uids are unique per provider, so
     * the id is kept as the path below the transactions.
     */
    ProviderCollection collection() {
        return new ProviderCollection(path(), update -> update.withUid(uid("refunds", update.id())));
    }

    /** Returns the uid under which we keep what the provider has made of the payment; null if it would be too long. */
    @Nullable
    String uid(String collection, @Nullable String id) {
        String uid = payment + "/" + collection + "/" + id;
        return id == null || uid.length() > MAX_UID_LENGTH ? null : uid;
    }
}
