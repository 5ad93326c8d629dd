package org.solitude.web.api.buyer;

import jakarta.json.bind.annotation.JsonbTransient;
import jakarta.ws.rs.core.EntityTag;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.solitude.buyer.Buyer;
import org.solitude.buyer.BuyerPin;
import org.solitude.web.api.RecordResponses;
import org.solitude.web.api.ResourceUris;

/** A buyer as clients see it. It tells whether there are PINs, and never shows them. */
public record BuyerDocument(
        long resourcePk,
        String resourceUri,
        String uuid,
        boolean active,
        @Nullable String email,
        @Nullable String locale,
        boolean authenticated,
        boolean pin,
        boolean pinConfirmed,
        boolean newPin,
        boolean needsPinReset,
        int pinFailures,
        boolean pinIsLockedOut,
        boolean pinWasLockedOut,
        @Nullable String paypal,
        Instant created,
        Instant modified,
        long counter)
        implements RecordResponses.Document {

    /** Makes the tag of the counter and of the lockout, which ends without a save and changes the document. */
    @Override
    @JsonbTransient
    public EntityTag tag() {
        return new EntityTag(counter + (pinIsLockedOut ? "-locked" : ""));
    }

    static BuyerDocument of(Buyer buyer, @Nullable String email, Instant now) {
        BuyerPin pin = buyer.pin();
        return new BuyerDocument(
                buyer.id(),
                ResourceUris.BUYER.of(buyer.id()),
                buyer.uuid(),
                buyer.isActive(),
                email,
                buyer.locale(),
                buyer.isAuthenticated(),
                pin.isSet(),
                pin.isConfirmed(),
                pin.hasNew(),
                pin.needsReset(),
                pin.failures(now),
                pin.isLockedOut(now),
                pin.wasLockedOut(),
                null,
                buyer.created(),
                buyer.modified(),
                buyer.counter());
    }

    /** The response to a create, with exactly the members of the API reference's example. */
    @Schema(name = "CreatedBuyer")
    public record Created(@Nullable String paypal, boolean pin, long resourcePk, String resourceUri, String uuid) {

        static Created of(BuyerDocument buyer) {
            return new Created(buyer.paypal, buyer.pin, buyer.resourcePk, buyer.resourceUri, buyer.uuid);
        }
    }
}
