package org.solitude.webhook;

import java.util.Locale;

/** The state of a delivery. */
public enum DeliveryState {
    /** An attempt is made when the delivery is due. */
    WAITING,
    /** The receiver accepted the webhook. */
    DELIVERED,
    /** The last attempt failed. The delivery can be sent again on request. */
    FAILED,
    /** The receiver answered 410. The delivery can be sent again on request. */
    GONE;

    /** Returns the name in the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns the state with this name.
     *
     * @throws IllegalArgumentException if no state has this name
     */
    public static DeliveryState of(String word) {
        for (DeliveryState state : values()) {
            if (state.word().equals(word)) {
                return state;
            }
        }
        throw new IllegalArgumentException("unknown state");
    }
}
